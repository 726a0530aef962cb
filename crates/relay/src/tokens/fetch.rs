//! Reading the sign-in service's keys.

use std::fmt;
use std::time::Duration;

use axum::body::Bytes;
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// How long the service may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// More than any set of keys there is.
const LARGEST: usize = 256 * 1024;

/// Why there are no keys; for the operator.
#[derive(Debug)]
pub(crate) struct FetchError(String);

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the sign-in service's keys can't be read: {}", self.0)
    }
}

impl std::error::Error for FetchError {}

/// Reads one address.
#[derive(Debug)]
pub(super) struct Fetch {
    client: Client<HttpsConnector<HttpConnector>, Empty<Bytes>>,
    address: Uri,
}

impl Fetch {
    pub(super) fn new(address: &str) -> Result<Self, FetchError> {
        let told = |error: &dyn fmt::Display| FetchError(error.to_string());
        let address = address.parse().map_err(|error| told(&error))?;
        // plain http is for a sign-in service on this machine: the settings allow no other
        let connector = HttpsConnectorBuilder::new()
            .with_native_roots()
            .map_err(|error| told(&error))?
            .https_or_http()
            .enable_http1()
            .build();
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
            address,
        })
    }

    pub(super) async fn read(&self) -> Result<Bytes, FetchError> {
        let reading = async {
            let told = |error: &dyn fmt::Display| FetchError(error.to_string());
            let response = self.client.get(self.address.clone()).await;
            let response = response.map_err(|error| told(&error))?;
            if !response.status().is_success() {
                return Err(told(&response.status()));
            }
            let body = Limited::new(response.into_body(), LARGEST).collect().await;
            body.map(|body| body.to_bytes())
                .map_err(|error| told(&error))
        };
        let read = tokio::time::timeout(PATIENCE, reading).await;
        read.map_err(|_| FetchError("no answer in time".to_owned()))?
    }
}
