//! Why a step failed, in a form that can be kept.

use serde::{Deserialize, Serialize};
use virtual_events::{Error, ErrorKind, EventId};

/// Why a step failed, and what support asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// What it means.
    pub kind: FailureKind,
    /// HTTP status of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Graph's error code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Graph's message; for "Details".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Graph's id of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// This client's id of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_request_id: Option<String>,
}

/// What a failure means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FailureKind {
    /// A call failed.
    Call(ErrorKind),
    /// The answer to a create was lost, and each of these events could be the new one.
    Ambiguous(Vec<EventId>),
}

impl Failure {
    pub(super) fn ambiguous(candidates: Vec<EventId>) -> Self {
        Self {
            kind: FailureKind::Ambiguous(candidates),
            status: None,
            code: None,
            message: None,
            request_id: None,
            client_request_id: None,
        }
    }

    /// The kind of error, where a call failed.
    #[must_use]
    pub fn error_kind(&self) -> Option<ErrorKind> {
        match self.kind {
            FailureKind::Call(kind) => Some(kind),
            FailureKind::Ambiguous(_) => None,
        }
    }
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        let ids = error.ids();
        Self {
            kind: FailureKind::Call(error.kind()),
            status: error.status().map(|status| status.as_u16()),
            code: error.code().map(str::to_owned),
            message: error.message().map(str::to_owned),
            request_id: ids.and_then(|ids| ids.request_id.clone()),
            client_request_id: ids.map(|ids| ids.client_request_id.clone()),
        }
    }
}

/// Whether the error would meet every other step as well: the run stops instead of failing
/// each.
pub(super) fn concerns_all(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::SignInRequired
            | ErrorKind::ConsentRequired
            | ErrorKind::SignInFailed
            | ErrorKind::Offline
            | ErrorKind::Timeout
            | ErrorKind::Cancelled
    )
}

/// Whether a read that failed so may succeed a moment later.
pub(super) fn is_passing(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Offline
            | ErrorKind::Timeout
            | ErrorKind::Throttled
            | ErrorKind::Unavailable
            | ErrorKind::UnexpectedAnswer
    )
}
