//! Impatient users.

use crate::page::{Page, Service, config, edges, session_storage, sign_in};
use entra_spa::edge::{Navigation, Placement};
use entra_spa::{AuthClient, AuthError, storage_keys};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// The page's navigation, noting instead of leaving: a test page that left would be no test.
#[derive(Default)]
struct Noted(RefCell<Vec<String>>);

impl Navigation for Noted {
    fn placement(&self) -> Placement {
        entra_spa::browser::PageNavigation.placement()
    }

    fn assign(&self, url: &str) {
        self.0.borrow_mut().push(url.to_owned());
    }

    fn fragment(&self) -> Option<String> {
        None
    }

    fn erase_fragment(&self) {}

    fn stays_here(&self, path: &str) -> bool {
        entra_spa::browser::PageNavigation.stays_here(path)
    }

    fn on_restored(&self, restored: Box<dyn Fn()>) {
        entra_spa::browser::PageNavigation.on_restored(restored);
    }
}

/// What the button does.
fn click(client: &AuthClient) -> Result<(), AuthError> {
    client
        .begin_sign_in(sign_in())
        .map(|url| client.navigate(&url))
}

#[wasm_bindgen_test]
fn case_47_a_second_click_does_not_navigate_again() {
    let _page = Page::new();
    let navigation = Rc::new(Noted::default());
    let mut edges = edges(&Rc::new(Service::default()));
    edges.navigation = navigation.clone();
    let client = AuthClient::new(config(), edges);

    click(&client).unwrap();
    let second = click(&client);

    assert_eq!(second, Err(AuthError::InteractionInProgress));
    assert_eq!(navigation.0.borrow().len(), 1);
    let records = session_storage().length().unwrap();
    assert_eq!(records, 3, "one record, its return path, and the mark");
}

#[wasm_bindgen_test]
fn case_47_a_mark_older_than_fifteen_minutes_is_ignored() {
    let _page = Page::new();
    let navigation = Rc::new(Noted::default());
    let mut edges = edges(&Rc::new(Service::default()));
    edges.navigation = navigation.clone();
    let client = AuthClient::new(config(), edges);
    click(&client).unwrap();
    age_mark(14 * 60);
    assert_eq!(click(&client), Err(AuthError::InteractionInProgress));

    age_mark(15 * 60 + 1);
    click(&client).unwrap();

    assert_eq!(navigation.0.borrow().len(), 2);
}

/// Makes the mark look as if it had been set some seconds ago.
fn age_mark(seconds: i64) {
    let mark = session_storage()
        .get_item(storage_keys::BUSY)
        .unwrap()
        .unwrap();
    let mut mark: serde_json::Value = serde_json::from_str(&mark).unwrap();
    mark["since"] = ((js_sys::Date::now() / 1000.0) as i64 - seconds).into();
    session_storage()
        .set_item(storage_keys::BUSY, &mark.to_string())
        .unwrap();
}

/// The browser keeps the page while the user is away and shows it again as it was.
#[wasm_bindgen_test]
fn coming_back_by_the_back_button_ends_the_sign_in() {
    let _page = Page::new();
    let navigation = Rc::new(Noted::default());
    let mut edges = edges(&Rc::new(Service::default()));
    edges.navigation = navigation;
    let client = AuthClient::new(config(), edges);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let sink = Rc::clone(&heard);
    client.on_session_event(move |event| sink.borrow_mut().push(event));
    click(&client).unwrap();

    js_sys::eval("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        .unwrap();

    assert!(!client.is_busy());
    assert_eq!(
        *heard.borrow(),
        [entra_spa::SessionEvent::InteractionAbandoned]
    );
}
