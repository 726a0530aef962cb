//! The scripted Graph and a client on it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use futures_core::future::LocalBoxFuture;
use http::{Request, Response};
use serde_json::Value;

use super::reply::Outcome;
use super::{PausedRuntime, Reply, Tokens};
use crate::{GraphBase, GraphClient, Runtime, Transport, TransportError, UtcInstant};

/// A request as it went out.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) at: UtcInstant,
    pub(crate) method: String,
    /// Path and query below the origin.
    pub(crate) path: String,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// The body of a request, as JSON.
pub(crate) fn body_of(seen: &Seen) -> Value {
    serde_json::from_slice(&seen.body).expect("a JSON body")
}

type Handler = Box<dyn Fn(&Seen) -> Reply>;

struct Script {
    runtime: Rc<PausedRuntime>,
    replies: RefCell<VecDeque<Reply>>,
    handler: RefCell<Option<Handler>>,
    seen: RefCell<Vec<Seen>>,
}

impl Transport for Script {
    fn send<'a>(
        &'a self,
        request: Request<Vec<u8>>,
    ) -> LocalBoxFuture<'a, Result<Response<Vec<u8>>, TransportError>> {
        let (head, body) = request.into_parts();
        let address = head.uri.to_string();
        let path = address
            .strip_prefix("https://graph.test")
            .expect("the configured origin");
        let seen = Seen {
            at: self.runtime.now(),
            method: head.method.to_string(),
            path: path.to_owned(),
            headers: head.headers,
            body,
        };
        let scripted = self.replies.borrow_mut().pop_front();
        let reply = match (scripted, &*self.handler.borrow()) {
            (Some(reply), _) => reply,
            (None, Some(handler)) => handler(&seen),
            (None, None) => panic!("unexpected request: {} {}", seen.method, seen.path),
        };
        self.seen.borrow_mut().push(seen);
        Box::pin(async move {
            self.runtime.sleep(reply.after).await;
            match reply.outcome {
                Outcome::Lost(error) => Err(error),
                Outcome::Answer {
                    status,
                    headers,
                    body,
                } => {
                    let mut response = Response::builder().status(status);
                    for (name, value) in headers {
                        response = response.header(name, value);
                    }
                    Ok(response.body(body).expect("an answer"))
                }
            }
        })
    }
}

/// A client, the Graph it talks to, its tokens and its clock.
pub(crate) struct World {
    pub(crate) client: GraphClient,
    pub(crate) tokens: Rc<Tokens>,
    pub(crate) runtime: Rc<PausedRuntime>,
    script: Rc<Script>,
}

impl World {
    /// A Graph that gives these answers in turn and no more.
    pub(crate) fn answering(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self::build(replies.into_iter().collect(), None)
    }

    /// A Graph that makes its answers of the requests.
    pub(crate) fn handling(handler: impl Fn(&Seen) -> Reply + 'static) -> Self {
        Self::build(VecDeque::new(), Some(Box::new(handler)))
    }

    fn build(replies: VecDeque<Reply>, handler: Option<Handler>) -> Self {
        let runtime = Rc::new(PausedRuntime::new());
        let tokens = Rc::new(Tokens::default());
        let script = Rc::new(Script {
            runtime: Rc::clone(&runtime),
            replies: RefCell::new(replies),
            handler: RefCell::new(handler),
            seen: RefCell::default(),
        });
        let base = GraphBase::new("https://graph.test").expect("an origin");
        let client = GraphClient::new(base, script.clone(), tokens.clone(), runtime.clone());
        Self {
            client,
            tokens,
            runtime,
            script,
        }
    }

    /// All requests so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.script.seen.borrow().clone()
    }

    /// Method and path of all requests so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.seen()
            .iter()
            .map(|seen| format!("{} {}", seen.method, seen.path))
            .collect()
    }

    /// Seconds from the start to each request, in full.
    pub(crate) fn seconds(&self) -> Vec<u64> {
        let start = UtcInstant::from_unix_milliseconds(PausedRuntime::EPOCH);
        self.seen()
            .iter()
            .map(|seen| seen.at.since(start).as_secs())
            .collect()
    }
}
