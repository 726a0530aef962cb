//! Errors sorted by what a screen does about them.

use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{Error, RequestProblem, ServiceError};
use crate::{TokenError, TransportError};

/// What an error means, coarsely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The user has to sign in (again).
    SignInRequired,
    /// A consent is missing.
    ConsentRequired,
    /// The user's role, licence or tenant policy doesn't allow it (403).
    Forbidden,
    /// There is no such thing, or the user can't see it (404, 410).
    NotFound,
    /// It collides with what is there (409, 412, 423).
    Conflict,
    /// The service or this client doesn't accept the request (400 and the other 4xx).
    Invalid,
    /// Too many requests (429); see [`Error::retry_after`].
    Throttled,
    /// The service fails for the moment (5xx).
    Unavailable,
    /// No connection, or it broke.
    Offline,
    /// No answer in time.
    Timeout,
    /// Given up from this side.
    Cancelled,
    /// The answer isn't what the service documents.
    UnexpectedAnswer,
    /// Sign-in failed in a way only support can explain.
    SignInFailed,
}

pub(super) fn of(error: &Error) -> ErrorKind {
    match error {
        Error::Token(error) => of_token(error),
        Error::Transport { error, .. } => of_transport(error),
        Error::Service(error) => of_service(error),
        Error::Decode(_) => ErrorKind::UnexpectedAnswer,
        Error::Request(problem) => of_request(problem),
    }
}

fn of_token(error: &TokenError) -> ErrorKind {
    match error {
        TokenError::InteractionRequired { .. } => ErrorKind::SignInRequired,
        TokenError::ConsentRequired { .. } => ErrorKind::ConsentRequired,
        TokenError::Offline => ErrorKind::Offline,
        TokenError::Unavailable { .. } => ErrorKind::Unavailable,
        TokenError::Cancelled => ErrorKind::Cancelled,
        TokenError::Failed(_) => ErrorKind::SignInFailed,
    }
}

fn of_transport(error: &TransportError) -> ErrorKind {
    match error {
        TransportError::Network => ErrorKind::Offline,
        TransportError::Timeout => ErrorKind::Timeout,
        TransportError::Cancelled => ErrorKind::Cancelled,
        TransportError::TooLarge => ErrorKind::UnexpectedAnswer,
        TransportError::NotSent(_) => ErrorKind::Invalid,
    }
}

fn of_request(problem: &RequestProblem) -> ErrorKind {
    match problem {
        RequestProblem::ForeignLink | RequestProblem::LinkLoop => ErrorKind::UnexpectedAnswer,
        _ => ErrorKind::Invalid,
    }
}

fn of_service(error: &ServiceError) -> ErrorKind {
    match error.status {
        StatusCode::UNAUTHORIZED => ErrorKind::SignInRequired,
        StatusCode::FORBIDDEN => ErrorKind::Forbidden,
        StatusCode::NOT_FOUND | StatusCode::GONE => ErrorKind::NotFound,
        StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED | StatusCode::LOCKED => {
            ErrorKind::Conflict
        }
        StatusCode::TOO_MANY_REQUESTS => ErrorKind::Throttled,
        status if status.is_server_error() => ErrorKind::Unavailable,
        status if status.is_client_error() => ErrorKind::Invalid,
        _ => ErrorKind::UnexpectedAnswer,
    }
}
