//! The relay's application signs in with a certificate.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use num_bigint::BigUint;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY as SHA1, SHA256, digest};
use serde_json::{Value, json};

use crate::browser::number;
use crate::desk::{Answer, Desk};
use crate::rich::{CERTIFICATE, EXPONENT, MODULUS};
use crate::subscriber::credentials;

const KIND: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2.1).
fn signature(signed: &str) -> Vec<u8> {
    let prefix = "3031300d060960864801650304020105000420";
    let prefix: Vec<u8> = (0..prefix.len() / 2)
        .map(|at| u8::from_str_radix(&prefix[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let hash = digest(&SHA256, signed.as_bytes());
    let mut block = vec![0xff; 256];
    block[..2].copy_from_slice(&[0, 1]);
    let tail = [&[0], prefix.as_slice(), hash.as_ref()].concat();
    block[256 - tail.len()..].copy_from_slice(&tail);
    let number = |text: &str| BigUint::from_bytes_be(&STANDARD.decode(text).unwrap());
    let bytes = BigUint::from_bytes_be(&block)
        .modpow(&number(EXPONENT), &number(MODULUS))
        .to_bytes_be();
    [vec![0; 256 - bytes.len()], bytes].concat()
}

fn assertion(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature(&signed)))
}

fn header() -> Value {
    let der = STANDARD.decode(CERTIFICATE).unwrap();
    let hash = URL_SAFE_NO_PAD.encode(digest(&SHA256, &der));
    json!({ "alg": "RS256", "typ": "JWT", "x5t#S256": hash })
}

fn claims(desk: &Desk) -> Value {
    let state = desk.control("GET", "/state", &Value::Null);
    let tenant = state["tenant"].as_str().unwrap();
    let now: jiff::Timestamp = desk.later(0).parse().unwrap();
    json!({
        "aud": format!("{}/{tenant}/oauth2/v2.0/token", desk.entra()),
        "iss": state["relay"]["clientId"], "sub": state["relay"]["clientId"], "jti": "1",
        "nbf": now.as_second(), "exp": now.as_second() + 300,
    })
}

fn asked(desk: &Desk, assertion: &str) -> Answer {
    let scope = "https://graph.microsoft.com/.default";
    credentials(
        desk,
        &[
            ("scope", scope),
            ("client_secret", ""),
            ("client_assertion_type", KIND),
            ("client_assertion", assertion),
        ],
    )
}

fn register(desk: &Desk) {
    let settings = json!({ "relay_certificates": [CERTIFICATE] });
    desk.control("POST", "/settings", &settings);
}

#[test]
fn a_registered_certificate_does_in_place_of_the_secret() {
    let desk = Desk::open();
    let good = assertion(&header(), &claims(&desk));
    assert_eq!(number(&asked(&desk, &good).json()), 700_027, "not yet");
    register(&desk);
    let answer = asked(&desk, &good);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.json()["access_token"].is_string());
    // the older thumbprint, and the issuer as whom it is for
    let der = STANDARD.decode(CERTIFICATE).unwrap();
    let older = json!({ "alg": "RS256", "x5t": URL_SAFE_NO_PAD.encode(digest(&SHA1, &der)) });
    let mut claims = claims(&desk);
    let endpoint = claims["aud"].as_str().unwrap().to_owned();
    claims["aud"] = endpoint.replace("/oauth2/v2.0/token", "/v2.0").into();
    assert_eq!(asked(&desk, &assertion(&older, &claims)).status, 200);
    let journal = Value::Array(desk.journal()).to_string();
    assert!(!journal.contains(&good), "an assertion is in the journal");
}

#[test]
fn every_claim_of_an_assertion_counts() {
    let desk = Desk::open();
    register(&desk);
    let good = claims(&desk);
    let now = good["nbf"].as_i64().unwrap();
    for (name, value, expected) in [
        ("aud", json!("https://login.example/token"), 700_023),
        ("iss", json!("somebody"), 700_021),
        ("sub", json!("somebody"), 700_021),
        ("exp", json!(now - 300), 700_024),
        ("nbf", json!(now + 301), 700_024),
        ("jti", json!(""), 50_027),
        ("exp", json!("soon"), 50_027),
    ] {
        let mut claims = good.clone();
        claims[name] = value.clone();
        let answer = asked(&desk, &assertion(&header(), &claims)).json();
        assert_eq!(number(&answer), expected, "{name}: {value}");
    }
}

#[test]
fn a_signature_that_is_not_the_certificates_does_not_count() {
    let desk = Desk::open();
    register(&desk);
    let good = assertion(&header(), &claims(&desk));
    let (signed, signature) = good.rsplit_once('.').unwrap();
    let (first, rest) = signed.split_once('.').unwrap();
    let mut other = claims(&desk);
    other["jti"] = json!("2");
    let other = URL_SAFE_NO_PAD.encode(other.to_string());
    let none = URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#);
    let mut nameless = header();
    nameless.as_object_mut().unwrap().remove("x5t#S256");
    for (odd, expected) in [
        (format!("{first}.{other}.{signature}"), 700_027),
        (format!("{first}.{rest}."), 700_027),
        (format!("{none}.{rest}."), 50_027),
        (assertion(&nameless, &claims(&desk)), 700_027),
        ("no token".to_owned(), 50_027),
    ] {
        assert_eq!(number(&asked(&desk, &odd).json()), expected, "{odd}");
    }
    let kindless = credentials(&desk, &[("client_secret", ""), ("client_assertion", &good)]);
    assert_eq!(number(&kindless.json()), 900_144);
}
