//! Requests to the sign-in service.

use crate::page::Page;
use entra_spa::browser::FetchExchange;
use entra_spa::edge::{Exchange, ExchangeFailure};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const URL: &str = "https://login.microsoftonline.com/t/oauth2/v2.0/token";

/// Keeps the request that would have been sent, and answers with `ANSWER`.
const CAUGHT: &str = "
    const real = window.fetch;
    window.undo = () => { window.fetch = real; delete window.caught; };
    window.fetch = async (request) => { window.caught = request; return ANSWER; };
";

/// A service that never answers; like the browser's own, it ends when its signal says so.
const SILENT: &str = "
    const real = window.fetch;
    window.undo = () => { window.fetch = real; delete window.caught; delete window.late; };
    window.fetch = (request) => new Promise((resolve, reject) => {
        window.caught = request;
        window.late = () => resolve(new Response('{}'));
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
    });
";

fn caught() -> web_sys::Request {
    js_sys::eval("window.caught").unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn case_19_only_safelisted_headers_are_sent() {
    let page = Page::new();
    page.breaks(&CAUGHT.replace(
        "ANSWER",
        "new Response('{\"a\":1}', { status: 429, headers: { 'Retry-After': '5' } })",
    ));

    let answer = FetchExchange::default()
        .post_form(URL, "grant_type=x")
        .await
        .unwrap();

    let request = caught();
    let get = |name: &str| {
        Reflect::get(&request, &name.into())
            .unwrap()
            .as_string()
            .unwrap()
    };
    assert_eq!(get("url"), URL);
    assert_eq!(get("method"), "POST");
    assert_eq!(get("mode"), "cors");
    assert_eq!(get("credentials"), "omit");
    assert_eq!(get("cache"), "no-store");
    assert_eq!(get("redirect"), "error");
    assert_eq!(get("referrerPolicy"), "no-referrer");
    let headers = Array::from(&request.headers());
    let headers: Vec<_> = headers
        .iter()
        .map(|pair| Array::from(&pair).join("="))
        .collect();
    let headers: Vec<String> = headers.into_iter().map(String::from).collect();
    assert_eq!(
        headers,
        [
            "accept=application/json",
            "content-type=application/x-www-form-urlencoded;charset=utf-8"
        ]
    );
    assert_eq!(
        (answer.status, answer.retry_after.as_deref()),
        (429, Some("5"))
    );
    assert_eq!(answer.body, b"{\"a\":1}");
}

#[wasm_bindgen_test]
async fn case_26_a_late_service_is_given_up_and_its_answer_ignored() {
    let page = Page::new();
    page.breaks(SILENT);

    let outcome = FetchExchange::with_timeout(20).post_form(URL, "a=b").await;

    assert_eq!(outcome.unwrap_err(), ExchangeFailure::Timeout);
    assert!(caught().signal().aborted());
    js_sys::eval("window.late()").unwrap();
}

#[wasm_bindgen_test]
async fn a_sign_out_aborts_what_is_running() {
    let page = Page::new();
    page.breaks(SILENT);
    let exchange = FetchExchange::default();
    let running = exchange.post_form(URL, "a=b");
    let again = exchange.clone();

    let (outcome, ()) = futures_util::future::join(running, async move { again.abort() }).await;

    assert_eq!(outcome.unwrap_err(), ExchangeFailure::Aborted);
    assert!(caught().signal().aborted());
}

#[wasm_bindgen_test]
async fn a_caller_who_goes_away_aborts_its_request() {
    let page = Page::new();
    page.breaks(SILENT);
    let exchange = FetchExchange::default();
    let mut running = exchange.post_form(URL, "a=b");
    // once, so that the request is on its way
    assert!(futures_util::FutureExt::now_or_never(&mut running).is_none());
    assert!(!caught().signal().aborted());

    drop(running);

    assert!(caught().signal().aborted());
}

/// Another origin without CORS headers: for a script the same as no network.
#[wasm_bindgen_test]
async fn a_refused_origin_is_a_network_failure() {
    let port = crate::page::window().location().port().unwrap();
    let other_origin = format!("http://localhost:{port}/token");
    assert!(!crate::page::location().starts_with("http://localhost"));

    let outcome = FetchExchange::default()
        .post_form(&other_origin, "a=b")
        .await;

    assert_eq!(outcome.unwrap_err(), ExchangeFailure::Network);
}
