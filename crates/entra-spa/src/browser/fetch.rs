//! `fetch`, with exactly the options that a token request needs.

use crate::edge::{Answer, Exchange, ExchangeFailure, Exchanged};
use gloo_net::http::{Request, RequestBuilder};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{
    AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode, RequestRedirect,
};

/// Milliseconds until a request is given up.
const TIMEOUT_MS: u32 = 25_000;

/// Requests of this page to the sign-in service.
#[derive(Debug, Clone)]
pub struct FetchExchange {
    timeout_ms: u32,
    running: Rc<RefCell<Vec<Abort>>>,
}

/// How a running request is ended, and why it was.
#[derive(Debug, Clone)]
struct Abort {
    controller: AbortController,
    reason: Rc<Cell<ExchangeFailure>>,
}

impl Abort {
    fn because(&self, reason: ExchangeFailure) {
        self.reason.set(reason);
        self.controller.abort();
    }
}

impl Default for FetchExchange {
    fn default() -> Self {
        Self::with_timeout(TIMEOUT_MS)
    }
}

impl FetchExchange {
    /// Requests that are given up after some milliseconds; 25,000 by default.
    #[must_use]
    pub fn with_timeout(milliseconds: u32) -> Self {
        Self {
            timeout_ms: milliseconds,
            running: Rc::default(),
        }
    }

    fn send(&self, request: RequestBuilder, form: Option<String>) -> Exchanged {
        let Ok(controller) = AbortController::new() else {
            return Box::pin(async { Err(ExchangeFailure::Network) });
        };
        let signal = controller.signal();
        let abort = Abort {
            controller,
            reason: Rc::new(Cell::new(ExchangeFailure::Network)),
        };
        // `Accept` and `Content-Type` with a form are safelisted: anything more, and the browser
        // asks first by a preflight that the service may refuse. `Origin` is the browser's.
        let request = request
            .mode(RequestMode::Cors)
            .credentials(RequestCredentials::Omit)
            .cache(RequestCache::NoStore)
            .redirect(RequestRedirect::Error)
            .referrer_policy(ReferrerPolicy::NoReferrer)
            .abort_signal(Some(&signal))
            .header("Accept", "application/json");
        let request = match form {
            Some(form) => request
                .header(
                    "Content-Type",
                    "application/x-www-form-urlencoded;charset=utf-8",
                )
                .body(form),
            None => request.build(),
        };
        let running = Running::new(&self.running, abort, self.timeout_ms);
        Box::pin(async move {
            let answer = exchange(request).await;
            answer.map_err(|_| running.end())
        })
    }
}

async fn exchange(request: Result<Request, gloo_net::Error>) -> Result<Answer, gloo_net::Error> {
    let response = request?.send().await?;
    Ok(Answer {
        status: response.status(),
        retry_after: response.headers().get("retry-after"),
        body: response.binary().await?,
    })
}

/// A request under way; leaving it aborts it.
struct Running {
    list: Rc<RefCell<Vec<Abort>>>,
    abort: Abort,
    _timeout: Timeout,
}

impl Running {
    fn new(list: &Rc<RefCell<Vec<Abort>>>, abort: Abort, timeout_ms: u32) -> Self {
        list.borrow_mut().push(abort.clone());
        let late = abort.clone();
        Self {
            list: Rc::clone(list),
            abort,
            _timeout: Timeout::new(timeout_ms, move || late.because(ExchangeFailure::Timeout)),
        }
    }

    /// Why it ended without an answer.
    fn end(&self) -> ExchangeFailure {
        self.abort.reason.get()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // without effect on a request that has its answer
        self.abort.controller.abort();
        self.list
            .borrow_mut()
            .retain(|abort| !Rc::ptr_eq(&abort.reason, &self.abort.reason));
    }
}

impl Exchange for FetchExchange {
    fn post_form(&self, url: &str, form: &str) -> Exchanged {
        self.send(Request::post(url), Some(form.to_owned()))
    }

    fn get(&self, url: &str) -> Exchanged {
        self.send(Request::get(url), None)
    }

    fn abort(&self) {
        for abort in self.running.borrow().iter() {
            abort.because(ExchangeFailure::Aborted);
        }
    }

    fn online(&self) -> bool {
        web_sys::window().is_none_or(|window| window.navigator().on_line())
    }
}
