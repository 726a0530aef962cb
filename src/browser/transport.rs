//! Graph requests over `fetch`.

use crate::browser::timer;
use futures_util::future::LocalBoxFuture;
use gloo_net::http::{Method, RequestBuilder};
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use virtual_events::{ANSWER_HEADERS, Transport, TransportError};
use web_sys::AbortController;

/// How long an answer may take, in milliseconds. Graph's slow answers take some ten seconds.
const PATIENCE: u32 = 60_000;

/// The browser's `fetch`, as the Graph client wants it: no cookies, no redirects to elsewhere, and
/// an exchange that ends when its future is dropped.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct FetchTransport;

impl Transport for FetchTransport {
    fn send<'a>(
        &'a self,
        request: http::Request<Vec<u8>>,
    ) -> LocalBoxFuture<'a, Result<http::Response<Vec<u8>>, TransportError>> {
        Box::pin(exchange(request))
    }
}

/// Aborts the exchange when it is given up.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn exchange(
    request: http::Request<Vec<u8>>,
) -> Result<http::Response<Vec<u8>>, TransportError> {
    let abort = AbortController::new().map_err(|_| not_sent("no abort controller"))?;
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let (abort, timed_out) = (abort.clone(), Rc::clone(&timed_out));
        Timeout::new(PATIENCE, move || {
            timed_out.set(true);
            abort.abort();
        })
    };
    let guard = AbortOnDrop(abort);
    let failed = |_| {
        if timed_out.get() {
            TransportError::Timeout
        } else {
            TransportError::Network
        }
    };

    let (head, body) = request.into_parts();
    let method =
        Method::from_bytes(head.method.as_str().as_bytes()).map_err(|_| not_sent("method"))?;
    let mut builder = RequestBuilder::new(&head.uri.to_string())
        .method(method)
        .credentials(web_sys::RequestCredentials::Omit)
        .cache(web_sys::RequestCache::NoStore)
        .redirect(web_sys::RequestRedirect::Error)
        .abort_signal(Some(&guard.0.signal()));
    for (name, value) in &head.headers {
        let value = value.to_str().map_err(|_| not_sent("header"))?;
        builder = builder.header(name.as_str(), value);
    }
    let ready = if body.is_empty() {
        builder.build()
    } else {
        builder.body(js_sys::Uint8Array::from(body.as_slice()))
    }
    .map_err(|_| not_sent("request"))?;

    let asked = timer::local();
    let answer = ready.send().await.map_err(failed)?;
    let mut response = http::Response::builder().status(answer.status());
    // Only what the client reads: taking names as text would link the parser for them.
    let headers = answer.headers();
    // Graph doesn't let pages read it today; where a gateway does, it is the best clock there is.
    if let Some(date) = headers.get("date") {
        let shown = js_sys::Date::parse(&date);
        if shown.is_finite() {
            timer::saw(shown as i64, 1_000, asked);
        }
    }
    for name in &ANSWER_HEADERS {
        if let Some(value) = headers.get(name.as_str()) {
            response = response.header(name.clone(), value);
        }
    }
    let bytes = answer.binary().await.map_err(failed)?;
    drop(timer);
    response.body(bytes).map_err(|_| TransportError::Network)
}

fn not_sent(why: &str) -> TransportError {
    TransportError::NotSent(why.to_owned())
}
