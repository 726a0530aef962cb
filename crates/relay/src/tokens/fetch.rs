//! Reading the sign-in service's keys.

use std::fmt;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{Request, Uri};
use http_body_util::Full;

use crate::outbound::{Bounds, Outbound};

/// More than any set of keys there is, and longer than a good service takes.
const BOUNDS: Bounds = Bounds {
    patience: Duration::from_secs(5),
    largest: 256 * 1024,
};

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
    outbound: Outbound,
    address: Uri,
}

impl Fetch {
    pub(super) fn new(outbound: Outbound, address: &str) -> Result<Self, FetchError> {
        let address = address.parse();
        let address = address.map_err(|_| FetchError("not an address".to_owned()))?;
        Ok(Self { outbound, address })
    }

    pub(super) async fn read(&self) -> Result<Bytes, FetchError> {
        let request = Request::get(&self.address).body(Full::default());
        let request = request.map_err(|error| FetchError(error.to_string()))?;
        let reply = self.outbound.send(request, BOUNDS).await;
        let reply = reply.map_err(|error| FetchError(error.to_string()))?;
        match reply.status.is_success() {
            true => Ok(reply.body),
            false => Err(FetchError(reply.status.to_string())),
        }
    }
}
