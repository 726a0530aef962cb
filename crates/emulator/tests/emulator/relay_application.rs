//! The relay's application in the directory: its scope, its role, its own token.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use serde_json::{Value, json};

use crate::browser::{Browser, number, parameter};
use crate::caller::Caller;
use crate::desk::Desk;
use crate::subscriber::{credentials, relay};

fn scope(desk: &Desk) -> String {
    let state = desk.control("GET", "/state", &Value::Null);
    format!(
        "api://{}/Feed.Read",
        state["relay"]["clientId"].as_str().unwrap()
    )
}

fn decoded(part: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(part).unwrap()
}

/// The claims of somebody's token for the relay, its signature checked.
fn claims(desk: &Desk, who: &str) -> Value {
    let browser = Browser::new(desk);
    let tokens = browser.tokens(who, &scope(desk));
    assert_eq!(tokens["scope"], scope(desk));
    let token = tokens["access_token"].as_str().unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let keys = format!("{}/{}/discovery/v2.0/keys", desk.entra(), browser.tenant);
    let key = desk.send("GET", &keys, &[], None).unwrap().json()["keys"][0].clone();
    let header: Value = serde_json::from_slice(&decoded(header)).unwrap();
    assert_eq!(
        (&header["alg"], &header["kid"]),
        (&json!("RS256"), &key["kid"])
    );
    RsaPublicKeyComponents {
        n: decoded(key["n"].as_str().unwrap()),
        e: decoded(key["e"].as_str().unwrap()),
    }
    .verify(
        &RSA_PKCS1_2048_8192_SHA256,
        signed.as_bytes(),
        &decoded(signature),
    )
    .unwrap();
    assert_eq!(
        claims_issuer(&decoded(claims)),
        format!("{}/{}/v2.0", desk.entra(), browser.tenant)
    );
    let refused = Caller::holding(desk, token).call("GET", "/me", &Value::Null);
    assert_eq!(refused.status, 401, "it is no token of Graph's");
    serde_json::from_slice(&decoded(claims)).unwrap()
}

fn claims_issuer(bytes: &[u8]) -> String {
    let claims: Value = serde_json::from_slice(bytes).unwrap();
    claims["iss"].as_str().unwrap().to_owned()
}

#[test]
fn a_user_gets_a_signed_token_for_the_relay_and_the_administrator_a_role_in_it() {
    let desk = Desk::open();
    let state = desk.control("GET", "/state", &Value::Null);
    let ana = claims(&desk, "ana.ruiz");
    assert_eq!(ana["aud"], state["relay"]["clientId"]);
    assert_eq!(ana["azp"], state["clientId"]);
    assert_eq!(ana["tid"], state["tenant"]);
    assert_eq!(ana["oid"], state["accounts"][0]["oid"]);
    assert_eq!(
        (&ana["scp"], &ana["ver"]),
        (&json!("Feed.Read"), &json!("2.0"))
    );
    let lives = ana["exp"].as_i64().unwrap() - ana["iat"].as_i64().unwrap();
    assert_eq!(lives, 3_599);
    assert_eq!(ana.get("roles"), None);
    let ingrid = claims(&desk, "ingrid.solberg");
    assert_eq!(ingrid["roles"], json!(["Feed.Read.All"]));
}

#[test]
fn a_token_is_for_one_resource() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let both = format!("{} User.Read offline_access", scope(&desk));
    let url = browser.authorize_url(&[
        ("login_hint", "ana.ruiz@northlight.example"),
        ("scope", &both),
    ]);
    let code = parameter(&browser.visit(&url, None), "code");
    assert_eq!(number(&browser.redeem(&code, &both).json()), 28_000);

    // One sign-in gives tokens for both, one after the other.
    let code = parameter(&browser.visit(&url, None), "code");
    let graph = browser.redeem(&code, "User.Read offline_access").json();
    let refresh = graph["refresh_token"].as_str().unwrap();
    let feed = browser.token(&[
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh),
        ("scope", &scope(&desk)),
    ]);
    assert_eq!(feed.json()["scope"], scope(&desk));
    let unknown = format!("{}.All", scope(&desk));
    let odd = browser.token(&[
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh),
        ("scope", &unknown),
    ]);
    assert_eq!(number(&odd.json()), 70_011);
}

#[test]
fn the_relay_itself_signs_in_with_its_secret() {
    let desk = Desk::open();
    let caller = relay(&desk);
    let all = caller.call("GET", "/solutions/virtualEvents/townhalls", &Value::Null);
    assert_eq!(all.status, 200);
    let me = caller.call("GET", "/me", &Value::Null);
    assert_eq!(me.status, 403, "an application is nobody");

    let default = "https://graph.microsoft.com/.default";
    for (name, value, expected) in [
        ("client_secret", "wrong", 7_000_215),
        ("client_secret", "", 7_000_218),
        ("grant_type", "password", 70_003),
        ("grant_type", "", 900_144),
        ("scope", "", 900_144),
        ("scope", "https://graph.microsoft.com/User.Read", 1_002_012),
        ("scope", ".default", 1_002_012),
    ] {
        let answer = credentials(&desk, &[("scope", default), (name, value)]);
        assert_eq!(number(&answer.json()), expected, "{name}: {value}");
    }
    let journal = Value::Array(desk.journal()).to_string();
    assert!(
        !journal.contains("relay-demo-secret"),
        "a secret is in the journal"
    );
}
