//! What comes back of a batch.

use std::time::Duration;

use http::StatusCode;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::UtcInstant;
use crate::error::{Error, RequestIds, ServiceError};
use crate::json::json_object;
use crate::policy::read_retry_after;

/// The answers of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchAnswer {
    /// One a request, in any order; find them by id.
    pub parts: Vec<BatchPart>,
    /// What support needs, of the batch as a whole.
    pub ids: RequestIds,
}

impl BatchAnswer {
    /// Takes out the answer to the request with this id.
    pub(crate) fn take(&mut self, id: &str) -> Option<BatchPart> {
        let place = self.parts.iter().position(|part| part.id == id)?;
        Some(self.parts.swap_remove(place))
    }

    /// The answer to the request with this id; `None` when the service left it out.
    #[must_use]
    pub fn part(&self, id: &str) -> Option<&BatchPart> {
        self.parts.iter().find(|part| part.id == id)
    }
}

json_object! {
    /// The answer to one request of a batch.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct BatchPart {
        /// The request's id within the batch.
        pub id: String = "id",
        /// Its own HTTP status.
        pub status: u16 = "status",
        /// Its headers, names in the service's spelling; see [`header`](Self::header).
        pub headers: Option<Map<String, Value>> = "headers",
        /// Its body: JSON, base64 text for bytes, or null.
        pub body: Value = "body",
    }
}

impl BatchPart {
    /// A header by name, whatever the letter case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let headers = self.headers.as_ref()?;
        headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))?
            .1
            .as_str()
    }

    /// How long this request's answer asks to wait.
    #[must_use]
    pub fn retry_after(&self, now: UtcInstant) -> Option<Duration> {
        read_retry_after(self.header("retry-after")?, now)
    }

    /// The status; 500 when it is no HTTP status at all.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The part's error, when its status isn't one of success.
    #[must_use]
    pub fn error(&self, now: UtcInstant, batch: &RequestIds) -> Option<Error> {
        let status = self.status();
        if status.is_success() {
            return None;
        }
        let ids = RequestIds {
            request_id: self
                .header("request-id")
                .map_or_else(|| batch.request_id.clone(), |id| Some(id.to_owned())),
            client_request_id: batch.client_request_id.clone(),
        };
        let error = ServiceError::new(status, Some(&self.body), self.retry_after(now), ids);
        Some(Error::Service(Box::new(error)))
    }
}
