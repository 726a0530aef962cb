//! The authorize endpoint and its pages: signing in and out.

use crate::browser::{ALL, Browser, SIGN_IN, VERIFIER, parameter};
use crate::desk::Desk;

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
