//! Reading collections of Graph, page by page.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::http::header::{ACCEPT, AUTHORIZATION, RETRY_AFTER};
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::Full;
use serde_json::Value;
use tokio::sync::Mutex;

use super::app_token::AppTokens;
use super::credential::{Credential, CredentialError};
use crate::clock::Clock;
use crate::config::TenantMode;
use crate::http::{Problem, problem};
use crate::outbound::{Bounds, Outbound, Reply};

/// Of one page.
const BOUNDS: Bounds = Bounds {
    patience: Duration::from_secs(30),
    largest: 8 * 1024 * 1024,
};

/// More pages than this are a loop, or more than a browser wants.
const MOST_PAGES: usize = 200;

/// How often a page is asked for.
const TRIES: usize = 3;

/// The longest that is waited before a page is asked for again.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Why there is no answer of Graph.
#[derive(Debug)]
pub(crate) enum GraphError {
    /// The sign-in service gave no token; why, for the operator.
    SignIn(String),
    /// Graph can't be reached; why, for the operator.
    Unreachable(String),
    /// Graph asks for fewer calls.
    Throttled,
    /// Graph refused: its status and the code of its error.
    Refused(StatusCode, String),
    /// No collection, or one that leads elsewhere.
    Odd(&'static str),
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignIn(why) => write!(f, "no token for Graph: {why}"),
            Self::Unreachable(why) => write!(f, "Graph can't be reached: {why}"),
            Self::Throttled => f.write_str("Graph asks for fewer calls"),
            Self::Refused(status, code) => write!(f, "Graph refused: {status} {code}"),
            Self::Odd(what) => write!(f, "Graph's answer is odd: {what}"),
        }
    }
}

impl IntoResponse for GraphError {
    fn into_response(self) -> Response {
        match &self {
            Self::Throttled => problem(Problem::TooMany, "Graph asks for fewer calls"),
            // status and code are Graph's own words: they help whoever grants permissions
            Self::Refused(..) => problem(Problem::Upstream, &self.to_string()),
            Self::SignIn(_) => problem(Problem::Upstream, "the relay gets no token for Graph"),
            Self::Unreachable(_) => problem(Problem::Upstream, "Graph can't be reached"),
            Self::Odd(_) => problem(Problem::Upstream, "Graph's answer is odd"),
        }
    }
}

/// Graph, as the relay itself may read it.
#[derive(Debug)]
pub(crate) struct Graph {
    outbound: Outbound,
    base: String,
    tokens: AppTokens,
}

impl Graph {
    pub(crate) fn new(
        mode: &TenantMode,
        outbound: Outbound,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, CredentialError> {
        Ok(Self {
            base: mode.graph.clone(),
            tokens: AppTokens {
                outbound: outbound.clone(),
                endpoint: mode.token_endpoint.clone(),
                client: mode.client.clone(),
                scope: [&mode.graph, "/.default"].concat(),
                credential: Credential::read(&mode.credential)?,
                clock,
                kept: Mutex::default(),
            },
            outbound,
        })
    }

    /// All items of a collection, whatever the number of its pages.
    pub(super) async fn all_pages(&self, path: &str) -> Result<Vec<Value>, GraphError> {
        let mut address = [&self.base, path].concat();
        let mut all = Vec::new();
        for _ in 0..MOST_PAGES {
            let body = self.page(&address).await?;
            let mut page: Value =
                serde_json::from_slice(&body.body).map_err(|_| GraphError::Odd("no JSON"))?;
            match page.get_mut("value").map(Value::take) {
                Some(Value::Array(mut items)) => all.append(&mut items),
                _ => return Err(GraphError::Odd("no collection")),
            }
            match page.get("@odata.nextLink").and_then(Value::as_str) {
                None => return Ok(all),
                Some(next) => address = next.to_owned(),
            }
            // the token goes to Graph and nowhere else
            let is_graphs = address
                .strip_prefix(&self.base)
                .is_some_and(|rest| rest.starts_with('/'));
            if !is_graphs {
                return Err(GraphError::Odd("the next page is elsewhere"));
            }
        }
        Err(GraphError::Odd("too many pages"))
    }

    /// One page, asked for again where that helps.
    async fn page(&self, address: &str) -> Result<Reply, GraphError> {
        let mut tried = 1;
        loop {
            let reply = self.get(address).await?;
            let may_again = tried < TRIES;
            match reply.status {
                status if status.is_success() => return Ok(reply),
                StatusCode::UNAUTHORIZED if may_again => self.tokens.forget().await,
                StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                    let pause = pause(&reply);
                    if !may_again || pause > LONGEST_PAUSE {
                        return Err(GraphError::Throttled);
                    }
                    tokio::time::sleep(pause).await;
                }
                status => {
                    let error: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
                    let code = error["error"]["code"].as_str().unwrap_or_default();
                    return Err(GraphError::Refused(status, code.to_owned()));
                }
            }
            tried += 1;
        }
    }

    async fn get(&self, address: &str) -> Result<Reply, GraphError> {
        let bearer = ["Bearer ", &self.tokens.token().await?].concat();
        let request = Request::get(address)
            .header(AUTHORIZATION, bearer)
            .header(ACCEPT, "application/json")
            .body(Full::default());
        let request = request.map_err(|_| GraphError::Odd("not an address"))?;
        let reply = self.outbound.send(request, BOUNDS).await;
        reply.map_err(|error| GraphError::Unreachable(error.to_string()))
    }
}

/// How long Graph wants to be left alone; seconds, which may have a fraction.
fn pause(reply: &Reply) -> Duration {
    let header = reply.headers.get(RETRY_AFTER);
    let seconds = header.and_then(|value| value.to_str().ok()?.trim().parse().ok());
    Duration::try_from_secs_f64(seconds.unwrap_or(2.0)).unwrap_or(LONGEST_PAUSE * 2)
}
