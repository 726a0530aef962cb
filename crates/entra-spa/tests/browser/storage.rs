//! A storage that fails, in each of the ways browsers have.

use crate::page::{Page, Service, config, edges, mend, session_storage, sign_in};
use entra_spa::browser::TabStorage;
use entra_spa::edge::{Persistence, SessionStore};
use entra_spa::{AuthClient, AuthError, RequestFault, storage_keys};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const THROWS_ON_ACCESS: &str = "
    const real = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', {
        get() { throw new DOMException('blocked', 'SecurityError') }, configurable: true });
    window.undo = () => Object.defineProperty(window, 'sessionStorage', real);
";

const IS_FULL: &str = "
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
    window.undo = () => { Storage.prototype.setItem = real };
";

const FORGETS: &str = "
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {};
    window.undo = () => { Storage.prototype.setItem = real };
";

fn client() -> AuthClient {
    AuthClient::new(config(), edges(&Rc::new(Service::default())))
}

#[wasm_bindgen_test]
fn a_working_storage_lasts_as_long_as_the_tab() {
    let _page = Page::new();
    let storage = TabStorage::new();

    storage.set("a", "1");

    assert_eq!(storage.persistence(), Persistence::Tab);
    assert_eq!(TabStorage::new().get("a").as_deref(), Some("1"));
    assert_eq!(storage.names(), ["a"], "the probe is gone");
}

#[wasm_bindgen_test]
fn case_41_a_storage_that_is_blocked_is_replaced_by_the_pages_memory() {
    for broken in [THROWS_ON_ACCESS, IS_FULL, FORGETS] {
        let page = Page::new();
        page.breaks(&format!("{{ {broken} }}"));
        let storage = TabStorage::new();

        storage.set("a", "1");
        storage.set("a", "2");

        assert_eq!(storage.persistence(), Persistence::Page, "{broken}");
        assert_eq!(storage.get("a").as_deref(), Some("2"));
        assert_eq!(storage.names(), ["a"]);
        storage.remove("a");
        assert_eq!(storage.get("a"), None);

        let refused = client().begin_sign_in(sign_in()).unwrap_err();
        assert_eq!(
            refused,
            AuthError::Request(RequestFault::StorageUnavailable)
        );
        mend();
    }
}

#[wasm_bindgen_test]
fn case_41_a_storage_that_fills_up_later_keeps_nothing_old() {
    let page = Page::new();
    let storage = TabStorage::new();
    storage.set("a", "old");
    page.breaks(&format!("{{ {IS_FULL} }}"));

    storage.set("a", "new");

    assert_eq!(storage.get("a").as_deref(), Some("new"));
    assert_eq!(storage.persistence(), Persistence::Page);
    assert_eq!(
        session_storage().get_item("a").unwrap(),
        None,
        "a reload must not bring the old back"
    );
    mend();
    storage.set("a", "newer");
    assert_eq!(storage.persistence(), Persistence::Tab, "room again");
    assert_eq!(
        session_storage().get_item("a").unwrap().as_deref(),
        Some("newer")
    );
}

#[wasm_bindgen_test]
fn case_41_rubbish_and_old_versions_are_dropped() {
    for rubbish in [
        "",
        "{",
        "null",
        "[]",
        "{\"v\":0}",
        "{\"v\":1}",
        "\u{fffd}\0",
    ] {
        let _page = Page::new();
        for name in [storage_keys::SESSION, storage_keys::BUSY] {
            session_storage().set_item(name, rubbish).unwrap();
        }
        let record = format!("{}x", storage_keys::RECORD_PREFIX);
        session_storage().set_item(&record, rubbish).unwrap();

        let client = client();

        assert_eq!(client.account(), None);
        assert!(!client.is_busy());
        assert_eq!(
            session_storage().get_item(storage_keys::SESSION).unwrap(),
            None
        );
        assert_eq!(session_storage().get_item(&record).unwrap(), None);
    }
}
