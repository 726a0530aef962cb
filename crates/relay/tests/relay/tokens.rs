//! Whose tokens are believed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::hmac;
use serde_json::{Value, json};

use crate::cast::{ANA, Cast};
use crate::client::Answer;
use crate::entra::{APP, TENANT};
use crate::signer::{Signer, unsigned};

async fn feeds(cast: &Cast, token: &str) -> Answer {
    cast.http.call(token, "GET", "/feeds", "").await
}

fn assert_refused(answer: &Answer, why: &str) {
    assert_eq!(answer.status, 401, "{why}");
    assert_eq!(
        answer.header("www-authenticate"),
        "Bearer error=\"invalid_token\"",
        "{why}"
    );
    assert_eq!(answer.json()["error"]["code"], "unauthenticated", "{why}");
}

#[tokio::test]
async fn a_good_token_is_believed() {
    let cast = Cast::start().await;
    assert_eq!(feeds(&cast, &cast.entra.token(ANA)).await.status, 200);
    for change in [
        json!({ "aud": format!("api://{APP}") }),
        json!({ "aud": APP.to_uppercase() }),
        json!({ "scp": "openid Feed.Read" }),
        json!({ "exp": Timestamp::now().as_second() - 30 }),
    ] {
        let token = cast.entra.token_with(ANA, &change);
        assert_eq!(feeds(&cast, &token).await.status, 200, "{change}");
    }
}

#[tokio::test]
async fn expired_and_foreign_tokens_are_refused() {
    let cast = Cast::start().await;
    let now = Timestamp::now().as_second();
    for change in [
        json!({ "exp": now - 61 }),
        json!({ "nbf": now + 120 }),
        json!({ "aud": "00000003-0000-0000-c000-000000000000" }),
        json!({ "tid": "22222222-2222-4333-8444-555566667777" }),
        json!({ "iss": format!("https://sts.windows.net/{TENANT}/") }),
        json!({ "iss": null }),
        json!({ "oid": "" }),
    ] {
        let token = cast.entra.token_with(ANA, &change);
        assert_refused(&feeds(&cast, &token).await, &change.to_string());
    }
}

#[tokio::test]
async fn a_token_without_the_permission_is_told_so() {
    let cast = Cast::start().await;
    for change in [
        json!({ "scp": "User.Read" }),
        json!({ "scp": null, "roles": ["Feed.Read"] }),
        json!({ "scp": "feed.read" }),
    ] {
        let mut claims = cast.entra.claims(ANA);
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        if claims["scp"].is_null() {
            claims.as_object_mut().unwrap().remove("scp");
        }
        let answer = feeds(&cast, &cast.entra.signer.sign(&claims)).await;
        assert_eq!(answer.status, 403, "{change}");
        assert_eq!(answer.json()["error"]["code"], "accessDenied");
    }
}

#[tokio::test]
async fn forged_signatures_are_refused() {
    let cast = Cast::start().await;
    let claims = cast.entra.claims(ANA);
    let of = |alg: &str| json!({ "typ": "JWT", "alg": alg, "kid": "first" });
    // the public key as the secret of an HMAC
    let secret = hmac::Key::new(hmac::HMAC_SHA256, cast.entra.signer.modulus());
    let hs256 = unsigned(&of("HS256"), &claims);
    let tag = hmac::sign(&secret, hs256.as_bytes());
    let hs256 = format!("{hs256}.{}", URL_SAFE_NO_PAD.encode(tag));
    let good = cast.entra.token(ANA);
    let (signed, signature) = good.rsplit_once('.').unwrap();
    let other = unsigned(&of("RS256"), &cast.entra.claims("somebody else"));
    let forged = [
        (
            "no algorithm",
            format!("{}.", unsigned(&of("none"), &claims)),
        ),
        ("NONE", format!("{}.", unsigned(&of("None"), &claims))),
        (
            "none without a key",
            format!("{}.", unsigned(&json!({ "alg": "none" }), &claims)),
        ),
        ("HMAC with the public key", hs256),
        (
            "RS512 in name",
            cast.entra.signer.sign_as(&of("RS512"), &claims),
        ),
        (
            "another key of the same name",
            Signer::second().named("first").sign(&claims),
        ),
        ("other claims", format!("{other}.{signature}")),
        ("no signature", format!("{signed}.")),
        ("no signature at all", signed.to_owned()),
        ("a fourth part", format!("{good}.x")),
        ("nothing", String::new()),
        ("not a token", "x".repeat(100)),
        ("too long", "x".repeat(20_000)),
        (
            "an extension",
            cast.entra.signer.sign_as(
                &json!({ "alg": "RS256", "kid": "first", "crit": ["b64"], "b64": false }),
                &claims,
            ),
        ),
    ];
    for (why, token) in forged {
        // what is longer than a request's head may be doesn't get that far
        match feeds(&cast, &token).await {
            answer if answer.status == 431 => assert_eq!(why, "too long"),
            answer => assert_refused(&answer, why),
        }
    }
    assert_refused(&cast.http.get("/feeds").await, "no token");
    assert!(
        cast.count("rostrum_relay_token_refusals_total{reason=\"algorithm\"}")
            .await
            >= 4
    );
}

#[tokio::test]
async fn keys_are_read_once_and_again_for_a_new_one() {
    let cast = Cast::start().await;
    let all = (0..20).map(|_| async { feeds(&cast, &cast.entra.token(ANA)).await.status });
    let all = futures_util::future::join_all(all).await;
    assert!(all.iter().all(|status| *status == 200));
    assert_eq!(cast.entra.asked(), 1);
    // a name that isn't known: no more often than once a minute
    let new = Signer::second();
    cast.entra
        .gives(Some(vec![cast.entra.signer.public(), new.public()]));
    let token = new.sign(&cast.entra.claims(ANA));
    for _ in 0..5 {
        assert_refused(
            &feeds(&cast, &token).await,
            "not asked for within the minute",
        );
    }
    assert_eq!(cast.entra.asked(), 1);
    assert_eq!(feeds(&cast, &cast.entra.token(ANA)).await.status, 200);
}

/// The bug: 401 would make the app sign its user in again, in vain.
#[tokio::test]
async fn without_a_sign_in_service_nobody_is_called_a_liar() {
    let cast = Cast::start().await;
    for keys in [None, Some(vec![]), Some(vec![Value::Null])] {
        cast.entra.gives(keys);
        let answer = feeds(&cast, &cast.entra.token(ANA)).await;
        assert_eq!(answer.status, 503);
    }
}
