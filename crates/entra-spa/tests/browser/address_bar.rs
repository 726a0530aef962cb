//! What stands in the address bar, and the history behind it.

use crate::page::{Page, Service, config, edges, location, parameter, sign_in, tokens, window};
use entra_spa::{AuthClient, AuthError};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn history_length() -> u32 {
    window().history().unwrap().length().unwrap()
}

#[wasm_bindgen_test]
async fn case_17_the_address_is_clean_after_a_success() {
    let page = Page::new();
    let service = Rc::new(Service::default());
    let client = AuthClient::new(config(), edges(&service));
    let url = client.begin_sign_in(sign_in()).unwrap();
    service.answers(&tokens(1, &parameter(&url, "nonce")));
    let state = parameter(&url, "state");
    page.shows(&format!("/app?tab=x#code=secret-code&state={state}"));
    let before = history_length();

    let outcome = AuthClient::new(config(), edges(&service))
        .complete_redirect()
        .await;

    assert!(outcome.unwrap().is_ok());
    assert!(location().ends_with("/app?tab=x"), "{}", location());
    assert_eq!(history_length(), before);
}

#[wasm_bindgen_test]
async fn case_17_the_address_is_clean_after_a_failure() {
    for answer in [
        "error=access_denied&error_description=no&state=r.x",
        "code=secret-code&state=r.unknown",
        "code=1&code=2&state=r.x",
        "code=%ff%zz&state=%",
        "code=&state=",
    ] {
        let page = Page::new();
        page.shows(&format!("/app#{answer}"));
        let before = history_length();

        let outcome = AuthClient::new(config(), edges(&Rc::default()))
            .complete_redirect()
            .await;

        assert!(
            matches!(outcome, Some(Err(AuthError::Protocol(_)))),
            "{outcome:?}"
        );
        assert!(location().ends_with("/app"), "{}", location());
        assert_eq!(history_length(), before);
    }
}

#[wasm_bindgen_test]
async fn case_17_a_route_of_the_app_stays() {
    let page = Page::new();
    page.shows("/app#/events?code=12&state=x");

    let outcome = AuthClient::new(config(), edges(&Rc::default()))
        .complete_redirect()
        .await;

    assert!(outcome.is_none());
    assert!(location().ends_with("#/events?code=12&state=x"));
}

/// The path is checked once more the way the browser reads it.
#[wasm_bindgen_test]
fn a_return_path_stays_on_this_origin() {
    use entra_spa::edge::Navigation;
    let navigation = entra_spa::browser::PageNavigation;

    for own in ["/", "/townhalls/42?tab=x#y"] {
        assert!(navigation.stays_here(own), "{own}");
    }
    for hostile in [
        "//evil.test",
        "/\\evil.test",
        "https://evil.test",
        "/\t/evil.test",
        "/.//evil.test",
    ] {
        assert!(!navigation.stays_here(hostile), "{hostile}");
    }
}
