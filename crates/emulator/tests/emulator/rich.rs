//! Meeting-call events with encrypted contents.

use aes::Aes256;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockDecryptMut as _, KeyIvInit as _};
use num_bigint::BigUint;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY as SHA1, digest};
use ring::hmac;
use serde_json::{Value, json};

use crate::desk::{Answer, Desk};
use crate::subscriber::{STATE, Subscriber, event_named};

/// A certificate that was made for these tests, and the private exponent that goes with it.
pub(crate) const CERTIFICATE: &str = "MIIDETCCAfmgAwIBAgIUTll7vyuvhknxsLdJ8jQrLTDExPkwDQYJKoZIhvcNAQELBQAwFzEVMBMGA1UEAwwMcm9zdHJ1bSB0ZXN0MCAXDTI2MTEyMjA0NTEzMloYDzIxMjYxMDI5MDQ1MTMyWjAXMRUwEwYDVQQDDAxyb3N0cnVtIHRlc3QwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCW5LoIL+VN49hb+inLTOVmsHolFMbbx/y9nuuqS3awDpcBbx4SLn4y6l8SH8QK0wyH/R64gPaXXrwgZVtL9MBIFh8KFMQ2LUcxgBthxh9K3Gd9uNWbgYzxxg9eRayDQergMZgqaijLVgR7LH20aztyASU/KyXKyMoQFWEP4GPVn1B3N27cRpgkz8O4Kb8HeLYWFQq+tMnAYR5BPWB20Ch6vJUvm2avEhva4iajpDVC7PkpWs30Mr8kf2kEzkFlq1NV5b3Z6cUmJirg3zQKv39Q9PSmgWejbGzxBfqYbVYpBFXAQoLGmF5rQ1bLPooerpL4BNg7eROvmdDBlwisQ7UJAgMBAAGjUzBRMB0GA1UdDgQWBBTlf201XhT1+w1YvmgIG0Vet9+EFDAfBgNVHSMEGDAWgBTlf201XhT1+w1YvmgIG0Vet9+EFDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBy4McjrAyU/B8F/kw1NPjsLKn9BBhv1/F65NkZ/UG8BbfWSJrCBG3jgonUomkJF7QFaLXQj52lW2Y5C7CRPHkjefVq++0b/4JuqVNoxZLdLkSIc2GhNJ8tV+vC2aKvIjnyO2/CGEDhDBYH/bf3OVKPQfvrvKnLqJRoH666h+/Uis52L7Vefif2dMJEoqo+g26WrbMKgX8p1rSclSMgDVjAcvef7GHQ4xE8ane2BVaLMIndJnFMmFXOy1nx+1qdLRshnM5i0BI+HA/szr9j/CDwli9QQRaqi5Ys3i02Q22XvpiDbL7E+u5RjE4UZWpnYAoCcqnWdgugU1e69ItGUugX";
pub(crate) const MODULUS: &str = "luS6CC/lTePYW/opy0zlZrB6JRTG28f8vZ7rqkt2sA6XAW8eEi5+MupfEh/ECtMMh/0euID2l168IGVbS/TASBYfChTENi1HMYAbYcYfStxnfbjVm4GM8cYPXkWsg0Hq4DGYKmooy1YEeyx9tGs7cgElPyslysjKEBVhD+Bj1Z9Qdzdu3EaYJM/DuCm/B3i2FhUKvrTJwGEeQT1gdtAoeryVL5tmrxIb2uImo6Q1Quz5KVrN9DK/JH9pBM5BZatTVeW92enFJiYq4N80Cr9/UPT0poFno2xs8QX6mG1WKQRVwEKCxphea0NWyz6KHq6S+ATYO3kTr5nQwZcIrEO1CQ==";
pub(crate) const EXPONENT: &str = "C0E5uAEcjSP8wBWHdwTACpoIrknfsEZ5LUqUgOH6kxSvgjmfyFLj8lfFahRo+ra1tVH1r+Tcn7s+9Hqi5eY2TloqDAYzAWh8qi5IPJF6xYpthLTb5+qwkNsJS+qN/MdWpczFMQq0isAaevZ9VM73wt/ff5fwDHFQEwWJNRYzVBxdzGXUZ4JzRm1A6wJwTbdkKHs+4ifovQf6K1BsRF1CU7cnCUfkcl63LcQfMKY8C2Ex4++jkGlqmFRXNTgPUGV/DWN5lZkyceMrW0TERps0qFdgxsQXO5ZMZNiTgsBv20HWuZzru0d5fRsQ+BjOqP2q/j05+cyYMUVcAlEI6VTWoQ==";

/// A webinar of today that hasn't begun, with the resource of its calls.
fn calls(desk: &Desk, subscriber: &Subscriber<'_>) -> (String, String) {
    let place = event_named(desk, "Solar on rented roofs");
    let url = subscriber.caller.get(&format!("{place}/sessions"))["value"][0]["joinWebUrl"]
        .as_str()
        .unwrap()
        .to_owned();
    let encoded = utf8_percent_encode(&url, NON_ALPHANUMERIC);
    let resource =
        format!("communications/onlineMeetings(joinWebUrl='{encoded}')/meetingCallEvents");
    (place, resource)
}

fn rich(wish: &Value) -> Value {
    let mut wish = wish.clone();
    wish["includeResourceData"] = json!(true);
    wish["encryptionCertificate"] = json!(CERTIFICATE);
    wish["encryptionCertificateId"] = json!("first");
    wish
}

fn subscribe(relay: &Subscriber<'_>, wish: &Value) -> Answer {
    relay.caller.beta("POST", "/subscriptions", wish)
}

/// Lets the event begin, with the subscription kept alive, and gives what was heard.
fn heard_until_the_end(relay: &Subscriber<'_>, subscription: &str) -> Vec<(Value, Vec<Value>)> {
    let desk = relay.desk;
    let mut heard = Vec::new();
    for _ in 0..16 * 24 {
        desk.advance(3_600 * 2);
        let again = crate::subscriber::relay(desk);
        let later = json!({ "expirationDateTime": desk.later(4_230 * 60) });
        let answer = again.beta("PATCH", subscription, &later);
        assert_eq!(answer.status, 200, "{}", answer.text());
        desk.deliver();
        for one in relay.endpoint.all() {
            if one.path == "/notify" {
                heard.push((one.json(), one.items()));
            }
        }
        let ended = heard.iter().flat_map(|(_, items)| items).any(|item| {
            item.get("encryptedContent").is_none() || opened(item)["eventType"] == "callEnded"
        });
        if ended {
            break;
        }
    }
    heard
}

/// The content of an item, as a subscriber opens it.
fn opened(item: &Value) -> Value {
    let content = &item["encryptedContent"];
    let bytes = |name: &str| STANDARD.decode(content[name].as_str().unwrap()).unwrap();
    let key = unwrapped(&bytes("dataKey"));
    assert_eq!(key.len(), 32);
    let data = bytes("data");
    hmac::verify(
        &hmac::Key::new(hmac::HMAC_SHA256, &key),
        &data,
        &bytes("dataSignature"),
    )
    .unwrap();
    let plain = cbc::Decryptor::<Aes256>::new_from_slices(&key, &key[..16])
        .unwrap()
        .decrypt_padded_vec_mut::<Pkcs7>(&data)
        .unwrap();
    serde_json::from_slice(&plain).unwrap()
}

/// RSA-OAEP with SHA-1, the other way round (RFC 8017, section 7.1.2).
fn unwrapped(data: &[u8]) -> Vec<u8> {
    let number = |text: &str| BigUint::from_bytes_be(&STANDARD.decode(text).unwrap());
    let block = BigUint::from_bytes_be(data).modpow(&number(EXPONENT), &number(MODULUS));
    let block = block.to_bytes_be();
    let block = [vec![0; 256 - block.len()], block].concat();
    let mask = |seed: &[u8], length: usize| -> Vec<u8> {
        (0_u32..)
            .flat_map(|counter| {
                let input = [seed, &counter.to_be_bytes()].concat();
                digest(&SHA1, &input).as_ref().to_vec()
            })
            .take(length)
            .collect()
    };
    let xor = |one: &[u8], other: &[u8]| -> Vec<u8> {
        one.iter()
            .zip(other)
            .map(|(one, other)| one ^ other)
            .collect()
    };
    assert_eq!(block[0], 0);
    let seed = xor(&block[1..21], &mask(&block[21..], 20));
    let plain = xor(&block[21..], &mask(&seed, block.len() - 21));
    assert_eq!(plain[..20], digest(&SHA1, b"").as_ref()[..]);
    let start = 20 + plain[20..].iter().position(|byte| *byte == 1).unwrap();
    assert!(plain[20..start].iter().all(|byte| *byte == 0));
    plain[start + 1..].to_vec()
}

#[test]
fn a_call_is_told_encrypted_from_its_start_to_its_end() {
    let desk = Desk::open();
    let relay = Subscriber::relay(&desk);
    let (_, resource) = calls(&desk, &relay);
    let made = subscribe(&relay, &rich(&relay.wish(&resource, "updated")));
    assert_eq!(made.status, 201, "{}", made.text());
    let made = made.json();
    assert_eq!(made["includeResourceData"], true);
    assert_eq!(made["encryptionCertificateId"], "first");
    let place = format!("/subscriptions/{}", made["id"].as_str().unwrap());
    let later = json!({ "expirationDateTime": desk.later(4_230 * 60) });
    assert_eq!(relay.caller.beta("PATCH", &place, &later).status, 200);
    relay.endpoint.all();
    let heard = heard_until_the_end(&relay, &place);

    let contents: Vec<Value> = heard
        .iter()
        .flat_map(|(_, items)| items)
        .map(opened)
        .collect();
    let names: Vec<&str> = contents
        .iter()
        .map(|one| one["eventType"].as_str().unwrap())
        .collect();
    assert_eq!(names.first(), Some(&"callStarted"));
    assert_eq!(names.last(), Some(&"callEnded"));
    let rosters = contents
        .iter()
        .filter(|one| one["eventType"] == "rosterUpdated");
    let who: Vec<&Value> = rosters.map(|one| &one["participants@delta"][0]).collect();
    assert!(
        who.len() >= 2 && who.len().is_multiple_of(2),
        "who comes leaves"
    );
    let gone = who
        .iter()
        .filter(|one| one["removedState"]["reason"].is_string());
    assert_eq!(gone.count() * 2, who.len());
    assert!(who[0]["info"]["identity"]["user"]["id"].is_string());
    let order: Vec<&str> = contents
        .iter()
        .map(|one| one["eventDateTime"].as_str().unwrap())
        .collect();
    assert!(order.is_sorted(), "{order:?}");

    let (body, items) = &heard[0];
    assert_eq!(items[0]["clientState"], STATE);
    assert_eq!(
        items[0]["resourceData"]["@odata.type"],
        "#microsoft.graph.callevent"
    );
    assert_eq!(
        items[0]["encryptedContent"]["encryptionCertificateId"],
        "first"
    );
    assert_eq!(items[0]["organizationId"], items[0]["tenantId"]);
    let der = STANDARD.decode(CERTIFICATE).unwrap();
    let thumbprint: String = digest(&SHA1, &der)
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    assert_eq!(
        items[0]["encryptedContent"]["encryptionCertificateThumbprint"],
        thumbprint.as_str()
    );
    let keys: Vec<&Value> = heard
        .iter()
        .flat_map(|(_, items)| items)
        .map(|item| &item["encryptedContent"]["dataKey"])
        .collect();
    assert_ne!(keys[0], keys[1], "a key of its own each time");

    // The collection proves whom it comes from and whom it is for.
    let token = body["validationTokens"][0].as_str().unwrap();
    let claims = token.split('.').nth(1).unwrap();
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
    assert_eq!(claims["aud"], made["applicationId"]);
    assert_eq!(claims["azp"], "0bf30f3b-4a52-48df-9a82-234910c4a086");
    let journal = Value::Array(desk.journal()).to_string();
    assert!(!journal.contains(items[0]["encryptedContent"]["data"].as_str().unwrap()));
}

#[test]
fn without_a_certificate_there_is_no_content() {
    let desk = Desk::open();
    let relay = Subscriber::relay(&desk);
    let (_, resource) = calls(&desk, &relay);
    let mut wish = relay.wish(&resource, "updated");
    wish["expirationDateTime"] = json!(desk.later(4_230 * 60));
    let made = subscribe(&relay, &wish);
    assert_eq!(
        made.status,
        201,
        "three days are not too much here: {}",
        made.text()
    );
    relay.endpoint.all();
    let place = format!("/subscriptions/{}", made.json()["id"].as_str().unwrap());
    let heard = heard_until_the_end(&relay, &place);
    let (body, items) = &heard[0];
    assert_eq!(body.get("validationTokens"), None);
    assert_eq!(items[0].get("encryptedContent"), None);
    assert_eq!(items[0]["changeType"], "updated");
}

#[test]
fn calls_are_for_applications_in_beta_with_a_certificate_that_is_one() {
    let desk = Desk::open();
    let relay = Subscriber::relay(&desk);
    let (place, resource) = calls(&desk, &relay);
    let good = rich(&relay.wish(&resource, "updated"));
    assert_eq!(relay.try_subscribe(&good).status, 400, "not in v1.0");
    for (name, value) in [
        ("encryptionCertificate", json!("bm8gY2VydGlmaWNhdGU=")),
        ("encryptionCertificate", json!("%%%")),
        ("encryptionCertificate", Value::Null),
        ("encryptionCertificateId", Value::Null),
        ("changeType", json!("created")),
        ("expirationDateTime", json!(desk.later(4_231 * 60))),
    ] {
        let mut wish = good.clone();
        wish[name] = value.clone();
        assert_eq!(subscribe(&relay, &wish).status, 400, "{name}: {value}");
    }
    let mut nowhere = good.clone();
    nowhere["resource"] =
        json!("communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fx')/meetingCallEvents");
    assert_eq!(subscribe(&relay, &nowhere).status, 404);
    let mut event = good.clone();
    event["resource"] = json!(place.trim_start_matches('/'));
    assert_eq!(
        subscribe(&relay, &event).status,
        400,
        "events have basic ones only"
    );

    let ana = Subscriber::of(&desk, "ana.ruiz");
    assert_eq!(subscribe(&ana, &good).status, 403);
}
