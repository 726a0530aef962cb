//! A read sent once and handed back as it was answered.

use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::Value;

use super::call::Address;
use super::{Call, GraphClient};
use crate::error::{Error, RequestIds, RequestProblem, ServiceError, header_text};
use crate::page::Listing;
use crate::policy::REQUEST_ID;
use crate::{Scope, TokenDemand};

/// One read, to be looked at and not to be used: it is sent once, without the repetitions that
/// the typed calls make, and every answer is an answer, whatever its status.
///
/// It can't be a write: only reads are made into one.
#[derive(Clone, Debug)]
pub struct Probe(Call);

/// What came back, exactly.
#[derive(Clone, Debug)]
pub struct RawAnswer {
    /// The HTTP status.
    pub status: StatusCode,
    /// The media type, if it was said.
    pub content_type: Option<String>,
    /// The body; it may hold personal data.
    pub body: Vec<u8>,
    /// The ids of the request.
    pub ids: RequestIds,
    /// The same as an error, when the status is one.
    error: Option<ServiceError>,
}

impl Probe {
    /// Of a call that reads.
    pub(crate) fn of_call(call: Call) -> Self {
        Self(call)
    }

    /// The first page of a listing, which hasn't been asked for a page before.
    pub fn of_listing<T>(listing: Listing<T>) -> Option<Self> {
        listing.into_first_call().map(Self)
    }

    /// Path and query below the API's version.
    ///
    /// # Errors
    /// An id that can't stand in an address.
    pub fn path(&self) -> Result<&str, RequestProblem> {
        match &self.0.address {
            Ok(Address::Relative(path) | Address::Checked(path)) => Ok(path),
            Err(problem) => Err(problem.clone()),
        }
    }

    /// The permissions that open it; any one of them will do.
    #[must_use]
    pub fn scopes(&self) -> &[Scope] {
        &self.0.scopes
    }
}

impl RawAnswer {
    /// An answer with that status and body.
    #[must_use]
    pub fn new(
        status: StatusCode,
        content_type: Option<String>,
        body: Vec<u8>,
        ids: RequestIds,
    ) -> Self {
        let error = (!status.is_success()).then(|| {
            let document = serde_json::from_slice::<Value>(&body).ok();
            ServiceError::new(status, document.as_ref(), None, ids.clone())
        });
        Self {
            status,
            content_type,
            body,
            ids,
            error,
        }
    }

    /// What is wrong, when the status says so.
    #[must_use]
    pub fn error(&self) -> Option<Error> {
        let error = self.error.clone()?;
        Some(Error::Service(Box::new(error)))
    }

    /// How many items stand in the page, when it is one of a collection.
    #[must_use]
    pub fn items(&self) -> Option<usize> {
        let document: Value = serde_json::from_slice(&self.body).ok()?;
        document.get("value")?.as_array().map(Vec::len)
    }
}

impl GraphClient {
    /// Sends a probe, once.
    ///
    /// # Errors
    /// When there was no token, or no answer at all.
    pub async fn probe(&self, probe: &Probe) -> Result<RawAnswer, Error> {
        let (call, ids) = (&probe.0, self.ids());
        let url = self.url(call)?;
        let sent = self.attempt(call, &url, None, &ids).await?;
        let response = match sent {
            Ok(response) => response,
            Err(error) => return Err(Error::Transport { error, ids }),
        };
        let ids = RequestIds {
            request_id: header_text(response.headers(), &REQUEST_ID).map(str::to_owned),
            ..ids
        };
        let status = response.status();
        let content_type = header_text(response.headers(), &CONTENT_TYPE).map(str::to_owned);
        let body = response.into_body();
        Ok(RawAnswer::new(status, content_type, body, ids))
    }

    /// Whether a permission is granted, as far as a silent request for a token tells.
    ///
    /// # Errors
    /// Why there is no token with it.
    pub async fn has_scope(&self, scope: Scope) -> Result<(), Error> {
        let token = self.token(&[scope], TokenDemand::Cached).await;
        token.map(drop).map_err(Error::from)
    }
}
