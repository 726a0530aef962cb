//! Calls that the relay makes itself: keys and tokens of the sign-in service, reads of Graph.

use std::fmt;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// Why there is no answer; for the operator.
#[derive(Debug)]
pub(crate) struct OutboundError(String);

impl fmt::Display for OutboundError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OutboundError {}

/// An answer, whatever its status.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// How long an answer may take and how large it may be, in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) patience: Duration,
    pub(crate) largest: usize,
}

/// A client for HTTPS with the machine's trust store.
#[derive(Debug, Clone)]
pub(crate) struct Outbound {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
}

impl Outbound {
    pub(crate) fn new() -> Result<Self, OutboundError> {
        // plain http is for services on this machine: the settings allow no other
        let connector = HttpsConnectorBuilder::new()
            .with_native_roots()
            .map_err(|error| OutboundError(error.to_string()))?
            .https_or_http()
            .enable_http1()
            .build();
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
        })
    }

    pub(crate) async fn send(
        &self,
        request: Request<Full<Bytes>>,
        bounds: Bounds,
    ) -> Result<Reply, OutboundError> {
        let calling = async {
            let answer = self.client.request(request).await;
            let answer = answer.map_err(|error| OutboundError(error.to_string()))?;
            let (parts, body) = answer.into_parts();
            let body = Limited::new(body, bounds.largest).collect().await;
            Ok(Reply {
                status: parts.status,
                headers: parts.headers,
                body: body
                    .map_err(|error| OutboundError(error.to_string()))?
                    .to_bytes(),
            })
        };
        let called = tokio::time::timeout(bounds.patience, calling).await;
        called.map_err(|_| OutboundError("no answer in time".to_owned()))?
    }
}
