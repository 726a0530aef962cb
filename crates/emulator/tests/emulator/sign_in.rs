//! Signing in, consenting, renewing, signing out.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use serde_json::{Value, json};

use crate::browser::{ALL, Browser, SIGN_IN, VERIFIER, parameter};
use crate::desk::Desk;

/// The number after `AADSTS` in an error answer of the token endpoint.
fn number(answer: &Value) -> u64 {
    answer["error_codes"][0].as_u64().unwrap()
}

#[test]
fn the_organizer_picks_her_account_and_the_app_gets_tokens() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);

    let page = browser.visit(&browser.authorize_url(&[]), None);
    assert_eq!(page.status, 200);
    for name in [
        "Ana Ruiz, organizer",
        "Jonas Weber, co-organizer",
        "Luca Moretti, guest",
    ] {
        assert!(page.text().contains(name), "a button for {name}");
    }
    assert_eq!(page.header("x-frame-options"), "DENY");
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");

    let back = browser.follow(browser.press(&page, "Ana Ruiz, organizer"));
    assert!(
        back.header("location")
            .starts_with(&format!("{}#", browser.bridge()))
    );
    assert_eq!(parameter(&back, "state"), "r.state");

    let answer = browser.redeem(&parameter(&back, "code"), ALL);
    let tokens = answer.json();
    assert_eq!(answer.header("access-control-allow-origin"), desk.app());
    assert_eq!(tokens["expires_in"], 3599);
    assert_eq!(tokens["refresh_token_expires_in"], 86_400);
    assert!(
        tokens["scope"]
            .as_str()
            .unwrap()
            .contains("VirtualEvent.ReadWrite")
    );
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
fn what_is_wrong_with_the_request_stays_on_the_page_or_goes_back_as_entra_does_it() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let stays = |changes: &[(&str, &str)], number: &str| {
        let answer = browser.visit(&browser.authorize_url(changes), None);
        assert_eq!(answer.status, 400, "{changes:?}");
        assert!(
            answer.text().contains(number),
            "{changes:?}: {}",
            answer.text()
        );
    };
    stays(
        &[("redirect_uri", "http://evil.example/auth/bridge.html")],
        "AADSTS50011",
    );
    stays(
        &[("redirect_uri", &format!("{}/auth/bridge.html/", desk.app()))],
        "AADSTS50011",
    );
    stays(
        &[("client_id", "11111111-2222-4333-8444-555555555555")],
        "AADSTS700016",
    );
    let unknown = browser
        .authorize_url(&[])
        .replace(&browser.tenant, "consumers");
    assert!(browser.visit(&unknown, None).text().contains("AADSTS90002"));

    let goes_back = |changes: &[(&str, &str)], error: &str, number: &str| {
        let answer = browser.visit(&browser.authorize_url(changes), None);
        assert_eq!(parameter(&answer, "error"), error, "{changes:?}");
        let description = parameter(&answer, "error_description");
        assert!(
            description.starts_with(number),
            "{changes:?}: {description}"
        );
        assert_eq!(parameter(&answer, "state"), "r.state");
    };
    goes_back(
        &[("code_challenge", "")],
        "invalid_request",
        "AADSTS9002325",
    );
    goes_back(
        &[("code_challenge_method", "plain")],
        "invalid_request",
        "AADSTS9002325",
    );
    goes_back(
        &[("response_type", "token")],
        "unsupported_response_type",
        "AADSTS",
    );
    goes_back(
        &[("scope", "Mail.ReadEverything")],
        "invalid_scope",
        "AADSTS70011",
    );
    goes_back(&[("prompt", "none")], "login_required", "AADSTS50058");
}

#[test]
fn a_session_signs_in_silently_and_select_account_asks_all_the_same() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    browser.tokens("ana.ruiz", SIGN_IN);
    let silent = browser.visit(&browser.authorize_url(&[("prompt", "none")]), None);
    assert_ne!(parameter(&silent, "code"), "");
    let other = [
        ("prompt", "none"),
        ("login_hint", "jonas.weber@northlight.example"),
    ];
    let other = browser.visit(&browser.authorize_url(&other), None);
    assert_eq!(parameter(&other, "error"), "login_required");
    let asked = browser.visit(
        &browser.authorize_url(&[("prompt", "select_account")]),
        None,
    );
    assert_eq!(asked.status, 200);
    let back = browser.follow(browser.press(&asked, "Jonas Weber, co-organizer"));
    assert_ne!(
        parameter(&back, "code"),
        "",
        "the choice doesn't lead back to the choice"
    );
}

#[test]
fn without_consent_a_user_accepts_what_users_may_and_needs_an_administrator_for_the_rest() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let sam = "sam.okafor@northlight.example";

    let page = browser.visit(
        &browser.authorize_url(&[("login_hint", sam), ("scope", SIGN_IN)]),
        None,
    );
    assert!(
        page.text().contains("Permissions requested"),
        "{}",
        page.text()
    );
    let canceled = browser.press(&page, "Cancel");
    assert_eq!(parameter(&canceled, "error"), "access_denied");
    assert!(parameter(&canceled, "error_description").starts_with("AADSTS65004"));
    let accepted = browser.press(&page, "Accept");
    assert_ne!(parameter(&accepted, "code"), "");

    let page = browser.visit(&browser.authorize_url(&[("login_hint", sam)]), None);
    assert!(
        page.text().contains("Need admin approval"),
        "{}",
        page.text()
    );
    assert!(
        page.text().contains("AADSTS90094"),
        "the way back carries the reason"
    );

    // The refresh token knows it too.
    let tokens = browser
        .redeem(&parameter(&accepted, "code"), SIGN_IN)
        .json();
    let refused = browser.token(&[
        ("grant_type", "refresh_token"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
        ("scope", ALL),
    ]);
    assert_eq!(number(&refused.json()), 65_001);
    assert_eq!(refused.json()["suberror"], "consent_required");
}

#[test]
fn an_administrator_consents_for_everybody_by_the_link() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("client_id", browser.client.as_str()),
            ("redirect_uri", &browser.bridge()),
            (
                "scope",
                "https://graph.microsoft.com/VirtualEvent.ReadWrite User.Read",
            ),
            ("state", "a-state"),
        ])
        .finish();
    let url = format!(
        "{}/{}/v2.0/adminconsent?{query}",
        desk.entra(),
        browser.tenant
    );

    let page = browser.visit(&url, None);
    assert!(page.text().contains("Ingrid Solberg, administrator"));
    assert!(!page.text().contains("Ana Ruiz"), "nobody else can");
    let page = browser.follow(browser.press(&page, "Ingrid Solberg, administrator"));
    assert!(
        page.text().contains("VirtualEvent.ReadWrite"),
        "{}",
        page.text()
    );
    let back = browser.press(&page, "Accept");
    assert_eq!(parameter(&back, "admin_consent"), "True");
    assert_eq!(parameter(&back, "tenant"), browser.tenant);
    assert_eq!(parameter(&back, "state"), "a-state");

    let scope = "openid VirtualEvent.ReadWrite User.Read";
    let page = Browser::new(&desk);
    let sam = [
        ("login_hint", "sam.okafor@northlight.example"),
        ("scope", scope),
    ];
    let page = page.visit(&page.authorize_url(&sam), None);
    assert!(
        !page.text().contains("Need admin approval"),
        "{}",
        page.text()
    );
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
fn signing_out_needs_the_hint_or_a_click() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    browser.tokens("ana.ruiz", SIGN_IN);
    let logout = format!(
        "{}/{}/oauth2/v2.0/logout?post_logout_redirect_uri={}/",
        desk.entra(),
        browser.tenant,
        desk.app()
    );
    let page = browser.visit(&logout, None);
    assert!(page.text().contains("Sign out"), "{}", page.text());
    let back = browser.press(&page, "Ana Ruiz, organizer");
    assert_eq!(back.header("location"), format!("{}/", desk.app()));
    let silent = browser.visit(&browser.authorize_url(&[("prompt", "none")]), None);
    assert_eq!(parameter(&silent, "error"), "login_required");
}

#[test]
fn the_discovery_document_names_the_endpoints() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let base = format!("{}/{}", desk.entra(), browser.tenant);
    let url = format!("{base}/v2.0/.well-known/openid-configuration");
    let document = desk.send("GET", &url, &[], None).unwrap().json();
    assert_eq!(document["issuer"], format!("{base}/v2.0"));
    assert_eq!(
        document["token_endpoint"],
        format!("{base}/oauth2/v2.0/token")
    );
    assert!(
        document.get("code_challenge_methods_supported").is_none(),
        "Entra leaves it out"
    );
    assert!(VERIFIER.len() >= 43);
}
