//! A Graph that gives the documented answer, at once and always.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use virtual_events::{
    AccessToken, GraphBase, GraphClient, LocalBoxFuture, Runtime, Scope, TokenDemand, TokenError,
    TokenProvider, Transport, TransportError, UtcInstant,
};

/// A request as the client made it.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) body: Vec<u8>,
}

/// The documented service.
pub(crate) struct Documented {
    status: u16,
    body: Vec<u8>,
    made: RefCell<Vec<Made>>,
}

impl Documented {
    /// A client on a service that answers everything with this status and body.
    pub(crate) fn client(status: u16, body: Vec<u8>) -> Result<(GraphClient, Rc<Self>), String> {
        let service = Rc::new(Self {
            status,
            body,
            made: RefCell::default(),
        });
        let base = GraphBase::new("https://graph.microsoft.com").map_err(|why| why.to_string())?;
        let client = GraphClient::new(base, service.clone(), Rc::new(Token), Rc::new(Instantly));
        Ok((client, service))
    }

    /// The requests made so far.
    pub(crate) fn made(&self) -> Vec<Made> {
        self.made.borrow().clone()
    }
}

impl Transport for Documented {
    fn send<'a>(
        &'a self,
        request: http::Request<Vec<u8>>,
    ) -> LocalBoxFuture<'a, Result<http::Response<Vec<u8>>, TransportError>> {
        let (head, body) = request.into_parts();
        let made = Made {
            method: head.method.to_string(),
            url: head.uri.to_string(),
            body,
        };
        self.made.borrow_mut().push(made);
        let answer = http::Response::builder()
            .status(self.status)
            .header("content-type", "application/json")
            .body(self.body.clone())
            .map_err(|why| TransportError::NotSent(why.to_string()));
        Box::pin(std::future::ready(answer))
    }
}

struct Token;

impl TokenProvider for Token {
    fn access_token<'a>(
        &'a self,
        _scopes: &'a [Scope],
        _demand: TokenDemand<'a>,
    ) -> LocalBoxFuture<'a, Result<AccessToken, TokenError>> {
        Box::pin(std::future::ready(Ok(AccessToken::new("token"))))
    }
}

/// Waits take no time here.
struct Instantly;

impl Runtime for Instantly {
    fn now(&self) -> UtcInstant {
        UtcInstant::from_unix_milliseconds(0)
    }

    fn sleep<'a>(&'a self, _duration: Duration) -> LocalBoxFuture<'a, ()> {
        Box::pin(std::future::ready(()))
    }

    fn random(&self) -> f64 {
        0.5
    }
}

/// Runs a call to its end; nothing here ever has to wait for anything.
pub(crate) fn run<F: Future>(future: F) -> Result<F::Output, String> {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..1_000 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Ok(output);
        }
    }
    Err("the client waits for something that doesn't come".to_owned())
}
