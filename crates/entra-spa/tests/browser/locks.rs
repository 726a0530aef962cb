//! Two tabs, one refresh token.

use crate::page::{Page, Service, config, edges, leave_a_session, token, tokens};
use entra_spa::AuthClient;
use entra_spa::browser::WebLocks;
use entra_spa::edge::Locks;
use futures_util::FutureExt;
use futures_util::future::join3;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Waits until the browser's lock manager says so: `held` and `waiting` locks of sign-in.
async fn until_locks_are(held: usize, waiting: usize) {
    let script = format!(
        "(async () => {{
            const ours = (locks) => locks.filter((lock) => lock.name.startsWith('auth-')).length;
            for (;;) {{
                const now = await navigator.locks.query();
                if (ours(now.held) === {held} && ours(now.pending) === {waiting}) return;
                await new Promise((next) => setTimeout(next));
            }}
        }})()"
    );
    let promise: js_sys::Promise = js_sys::eval(&script).unwrap().unchecked_into();
    JsFuture::from(promise).await.map(|_: JsValue| ()).unwrap();
}

/// Two clients that know the same memory: the second one finds what the first one fetched.
#[wasm_bindgen_test]
async fn case_37_who_waited_for_the_lock_looks_again_and_asks_nobody() {
    let _page = Page::new();
    leave_a_session().await;
    let (one, two) = (Rc::new(Service::default()), Rc::new(Service::default()));
    let first = edges(&one);
    let mut second = edges(&two);
    second.memory = Rc::clone(&first.memory);
    let (first, second) = (
        AuthClient::new(config(), first),
        AuthClient::new(config(), second),
    );
    let renewal = one.answers_later();

    let (outcome, waited, ()) = join3(token(&first), token(&second), async {
        until_locks_are(1, 1).await;
        renewal.send(tokens(2, "")).unwrap();
    })
    .await;

    assert_eq!(
        (outcome.as_str(), waited.as_str()),
        ("access-2", "access-2")
    );
    assert_eq!((one.forms.borrow().len(), two.forms.borrow().len()), (1, 0));
    until_locks_are(0, 0).await;
}

/// Tabs share no memory: the second one asks, but with the token the first one left.
#[wasm_bindgen_test]
async fn case_37_a_tab_of_its_own_uses_the_rotated_token() {
    let _page = Page::new();
    leave_a_session().await;
    let (one, two) = (Rc::new(Service::default()), Rc::new(Service::default()));
    let first = AuthClient::new(config(), edges(&one));
    let second = AuthClient::new(config(), edges(&two));
    let renewal = one.answers_later();
    two.answers(&tokens(3, ""));

    let (outcome, waited, ()) = join3(token(&first), token(&second), async {
        until_locks_are(1, 1).await;
        assert!(two.forms.borrow().is_empty());
        renewal.send(tokens(2, "")).unwrap();
    })
    .await;

    assert_eq!(
        (outcome.as_str(), waited.as_str()),
        ("access-2", "access-3")
    );
    assert!(two.forms.borrow()[0].contains("refresh_token=refresh-2"));
}

#[wasm_bindgen_test]
async fn a_lock_given_up_in_the_queue_is_not_kept() {
    let locks = WebLocks::default();
    let first = locks.acquire("auth-test").await;
    let mut gone = locks.acquire("auth-test");
    assert!((&mut gone).now_or_never().is_none());
    let last = locks.acquire("auth-test");
    until_locks_are(1, 2).await;

    drop(gone);
    until_locks_are(1, 1).await;
    drop(first);

    drop(last.await);
    until_locks_are(0, 0).await;
}

#[wasm_bindgen_test]
async fn without_web_locks_the_page_has_its_own() {
    let page = Page::new();
    page.breaks(
        "Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
         window.undo = () => { delete navigator.locks };",
    );
    let locks = WebLocks::default();
    let first = locks.acquire("auth-test").await;
    let mut second = locks.acquire("auth-test");
    assert!((&mut second).now_or_never().is_none());

    drop(first);

    second.await;
}

#[wasm_bindgen_test]
async fn web_locks_that_refuse_are_replaced() {
    let page = Page::new();
    page.breaks(
        "const refuse = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
         Object.defineProperty(navigator, 'locks', { value: refuse, configurable: true });
         window.undo = () => { delete navigator.locks };",
    );

    WebLocks::default().acquire("auth-test").await;
}
