//! An answer that is read as it comes.

use super::dynamic::{call, get};
use futures_util::future::{Either, select};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Promise, Uint8Array};
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// How long the begin of an answer may take, in milliseconds.
const PATIENCE: u32 = 20_000;

/// An answer under way; given up when it is dropped.
pub(crate) struct Stream {
    reader: JsValue,
    abort: AbortController,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.abort.abort();
    }
}

/// Why a stream couldn't be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotOpened {
    /// No connection, no answer in time, or none that this page may read.
    Unreachable,
    /// An answer with that status instead.
    Refused(u16),
}

/// Asks for a stream of that address.
pub(crate) async fn open(url: &str, headers: &[(&str, &str)]) -> Result<Stream, NotOpened> {
    let abort = AbortController::new().map_err(|_| NotOpened::Unreachable)?;
    let mut request = Request::get(url)
        .credentials(web_sys::RequestCredentials::Omit)
        .cache(web_sys::RequestCache::NoStore)
        .redirect(web_sys::RequestRedirect::Error)
        .abort_signal(Some(&abort.signal()));
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let ready = request.build().map_err(|_| NotOpened::Unreachable)?;
    let asked = pin!(ready.send());
    let answer = match select(asked, TimeoutFuture::new(PATIENCE)).await {
        Either::Left((Ok(answer), _)) => answer,
        Either::Left((Err(_), _)) => return Err(NotOpened::Unreachable),
        Either::Right(_) => {
            abort.abort();
            return Err(NotOpened::Unreachable);
        }
    };
    if !answer.ok() {
        return Err(NotOpened::Refused(answer.status()));
    }
    let answer: web_sys::Response = answer.into();
    let body = get(&answer, "body");
    let reader = call(&body, "getReader", &[]).map_err(|_| NotOpened::Unreachable)?;
    Ok(Stream { reader, abort })
}

impl Stream {
    /// The next piece; `None` when there is no more, or none within `patience` milliseconds.
    pub(crate) async fn next(&mut self, patience: u32) -> Option<Vec<u8>> {
        let read: Promise = call(&self.reader, "read", &[]).ok()?.dyn_into().ok()?;
        match select(JsFuture::from(read), TimeoutFuture::new(patience)).await {
            Either::Left((Ok(piece), _)) => {
                let bytes = get(&piece, "value");
                (!bytes.is_undefined()).then(|| Uint8Array::new(&bytes).to_vec())
            }
            _ => None,
        }
    }
}
