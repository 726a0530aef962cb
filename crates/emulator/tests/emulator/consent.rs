//! Consent: one's own, and an administrator's for everybody.

use crate::browser::{ALL, Browser, SIGN_IN, number, parameter};
use crate::desk::Desk;

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
