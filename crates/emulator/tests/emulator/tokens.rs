//! The token endpoint: codes, refresh tokens, id tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use serde_json::{Value, json};

use crate::browser::{ALL, Browser, SIGN_IN, number, parameter};
use crate::desk::Desk;

#[test]
fn a_code_works_once_and_only_with_its_verifier() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let url = browser.authorize_url(&[("login_hint", "ana.ruiz@northlight.example")]);
    let code = parameter(&browser.visit(&url, None), "code");
    assert_eq!(browser.redeem(&code, SIGN_IN).status, 200);
    let again = browser.redeem(&code, SIGN_IN);
    assert_eq!((again.status, number(&again.json())), (400, 54_005));
    assert_eq!(again.json()["error"], "invalid_grant");

    let code = parameter(&browser.visit(&url, None), "code");
    let wrong = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", &browser.bridge()),
        (
            "code_verifier",
            "another-verifier-that-is-just-as-long-as-it..",
        ),
    ];
    assert_eq!(number(&browser.token(&wrong).json()), 501_481);
    assert_eq!(
        number(&browser.redeem(&code, SIGN_IN).json()),
        54_005,
        "and it is used up"
    );

    let code = parameter(&browser.visit(&url, None), "code");
    desk.advance(601);
    assert_eq!(number(&browser.redeem(&code, SIGN_IN).json()), 70_008);
}

#[test]
fn tokens_are_for_the_registered_origin_only() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let fields = [("grant_type", "refresh_token"), ("refresh_token", "1.x")];
    let nowhere = browser.token_from("", &fields);
    assert_eq!(number(&nowhere.json()), 9_002_327);
    let elsewhere = browser.token_from("http://evil.example", &fields);
    assert_eq!(number(&elsewhere.json()), 9_002_326);
    assert_eq!(elsewhere.header("access-control-allow-origin"), "");
    let here = browser.token(&fields);
    assert_eq!(number(&here.json()), 70_000);
    assert_eq!(here.header("access-control-allow-origin"), desk.app());
}

#[test]
fn refresh_tokens_rotate_and_end_together_a_day_after_sign_in() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let renew = |token: &str| {
        browser.token(&[
            ("grant_type", "refresh_token"),
            ("refresh_token", token),
            ("scope", "VirtualEvent.Read offline_access"),
        ])
    };
    let first = browser.tokens("ana.ruiz", ALL)["refresh_token"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.advance(23 * 3600);
    let renewed = renew(&first).json();
    assert_eq!(
        renewed["scope"], "VirtualEvent.Read offline_access",
        "a part of what was granted"
    );
    assert_eq!(renewed["refresh_token_expires_in"], 3600);
    let second = renewed["refresh_token"].as_str().unwrap().to_owned();
    assert_ne!(first, second);
    assert_eq!(
        renew(&first).status,
        200,
        "the old one still works at Entra"
    );

    desk.control("POST", "/settings", &json!({ "refresh_reuse": "refused" }));
    assert_eq!(
        number(&renew(&first).json()),
        70_000,
        "but not at stricter servers"
    );

    desk.advance(3601);
    assert_eq!(number(&renew(&second).json()), 700_084);
}

#[test]
fn the_id_token_is_signed_by_the_published_key_and_says_who_it_is() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let tokens = browser.tokens("ana.ruiz", SIGN_IN);
    let token = tokens["id_token"].as_str().unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).unwrap();
    let read = |part: &str| -> Value { serde_json::from_slice(&decode(part)).unwrap() };

    let keys = format!("{}/{}/discovery/v2.0/keys", desk.entra(), browser.tenant);
    let keys = desk
        .send("GET", &keys, &[("origin", "http://anywhere.example")], None)
        .unwrap();
    assert_eq!(keys.header("access-control-allow-origin"), "*");
    let key = keys.json()["keys"][0].clone();
    assert_eq!(read(header)["kid"], key["kid"]);
    let public = RsaPublicKeyComponents {
        n: decode(key["n"].as_str().unwrap()),
        e: decode(key["e"].as_str().unwrap()),
    };
    public
        .verify(
            &RSA_PKCS1_2048_8192_SHA256,
            signed.as_bytes(),
            &decode(signature),
        )
        .expect("signature of the id token");

    let claims = read(claims);
    assert_eq!(claims["aud"], browser.client.as_str());
    assert_eq!(claims["tid"], browser.tenant.as_str());
    assert_eq!(
        claims["iss"],
        format!("{}/{}/v2.0", desk.entra(), browser.tenant)
    );
    assert_eq!(claims["nonce"], "a-nonce");
    assert_eq!(claims["ver"], "2.0");
    assert_eq!(claims["preferred_username"], "ana.ruiz@northlight.example");
    let info = read(tokens["client_info"].as_str().unwrap());
    assert_eq!(info["uid"], claims["oid"]);
}

#[test]
fn a_guest_has_a_home_of_their_own() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let url = browser.authorize_url(&[("login_hint", "luca.moretti@harborpress.example")]);
    let code = parameter(&browser.visit(&url, None), "code");
    let tokens = browser.redeem(&code, SIGN_IN).json();
    let info = URL_SAFE_NO_PAD
        .decode(tokens["client_info"].as_str().unwrap())
        .unwrap();
    let info: Value = serde_json::from_slice(&info).unwrap();
    assert_ne!(info["utid"], browser.tenant.as_str());
}
