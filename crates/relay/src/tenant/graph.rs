//! Calling Graph; reading its collections page by page.

use std::sync::Arc;
use std::time::Duration;

use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Method, Request, StatusCode};
use http_body_util::Full;
use serde_json::Value;
use tokio::sync::Mutex;

use super::app_token::AppTokens;
use super::credential::{Credential, CredentialError};
use super::error::GraphError;
use crate::clock::Clock;
use crate::config::TenantMode;
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
    pub(crate) async fn all_pages(&self, path: &str) -> Result<Vec<Value>, GraphError> {
        let mut address = self.address(path);
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
            match self.call(Method::GET, address, None).await {
                Err(GraphError::Throttled(pause)) if tried < TRIES && pause <= LONGEST_PAUSE => {
                    tokio::time::sleep(pause).await;
                }
                answered => return answered,
            }
            tried += 1;
        }
    }

    /// One call, made again with a new token if the first one is refused.
    pub(super) async fn call(
        &self,
        method: Method,
        address: &str,
        body: Option<&Value>,
    ) -> Result<Reply, GraphError> {
        let mut reply = self.once(&method, address, body).await?;
        if reply.status == StatusCode::UNAUTHORIZED {
            self.tokens.forget().await;
            reply = self.once(&method, address, body).await?;
        }
        match reply.status.is_success() {
            true => Ok(reply),
            false => Err(GraphError::of(&reply)),
        }
    }

    /// The address of a path, which begins with the version.
    pub(super) fn address(&self, path: &str) -> String {
        [&self.base, path].concat()
    }

    async fn once(
        &self,
        method: &Method,
        address: &str,
        body: Option<&Value>,
    ) -> Result<Reply, GraphError> {
        let bearer = ["Bearer ", &self.tokens.token().await?].concat();
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .header(AUTHORIZATION, bearer)
            .header(ACCEPT, "application/json");
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let body = body.map(Value::to_string).unwrap_or_default();
        let request = request.body(Full::from(body));
        let request = request.map_err(|_| GraphError::Odd("not an address"))?;
        let reply = self.outbound.send(request, BOUNDS).await;
        reply.map_err(|error| GraphError::Unreachable(error.to_string()))
    }
}
