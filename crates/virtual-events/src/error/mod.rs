//! What can go wrong, by what it means for the user.

mod kind;
mod request;
mod service;

pub use kind::ErrorKind;
pub use request::RequestProblem;
pub(crate) use service::header_text;
pub use service::{DecodeError, RequestIds, ServiceError};

use std::time::Duration;

use http::StatusCode;

use crate::{TokenError, TransportError};

/// Anything that keeps an operation from its result.
///
/// None of it repeats the body of an answer: what is in there may be private, and errors get
/// copied into logs and mails.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// There was no access token.
    Token(TokenError),
    /// There was no answer; a write may have happened all the same.
    Transport {
        /// Why.
        error: TransportError,
        /// What support needs; Graph's own id is missing as there was no answer.
        ids: RequestIds,
    },
    /// Graph answered with an error status.
    Service(Box<ServiceError>),
    /// Graph answered with success, but not with what was expected.
    Decode(Box<DecodeError>),
    /// The request was refused before it was sent.
    Request(RequestProblem),
}

impl Error {
    /// What it means, coarsely: enough to choose a sentence and a button.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        kind::of(self)
    }

    /// The status of the answer, when there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Service(error) => Some(error.status),
            Self::Decode(error) => Some(error.status),
            _ => None,
        }
    }

    /// Graph's error code, meant for programs.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Service(error) => error.code.as_deref(),
            _ => None,
        }
    }

    /// Graph's message: English, unstable, shortened; for "Details".
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        match self {
            Self::Service(error) => error.message.as_deref(),
            _ => None,
        }
    }

    /// Graph's id of the request, for support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.ids().and_then(|ids| ids.request_id.as_deref())
    }

    /// This client's id of the request, for support.
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.ids().map(|ids| ids.client_request_id.as_str())
    }

    /// Both ids of the request, when one was sent.
    #[must_use]
    pub fn ids(&self) -> Option<&RequestIds> {
        match self {
            Self::Transport { ids, .. } => Some(ids),
            Self::Service(error) => Some(&error.ids),
            Self::Decode(error) => Some(&error.ids),
            Self::Token(_) | Self::Request(_) => None,
        }
    }

    /// Where in the answer the surprise is, as a JSON path.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        match self {
            Self::Decode(error) => Some(&error.path),
            _ => None,
        }
    }

    /// How long the service asks to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Service(error) => error.retry_after,
            Self::Token(TokenError::Unavailable { retry_after }) => *retry_after,
            _ => None,
        }
    }

    /// Whether the service may have acted although the operation failed.
    ///
    /// After such a failure of a write, look before repeating it.
    #[must_use]
    pub fn may_have_happened(&self) -> bool {
        match self {
            Self::Transport { error, .. } => error.may_have_happened(),
            Self::Service(error) => error.status.is_server_error(),
            Self::Decode(_) => true,
            Self::Token(_) | Self::Request(_) => false,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Token(error) => error.fmt(f),
            Self::Transport { error, ids } => write!(f, "{error} ({ids})"),
            Self::Service(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Request(problem) => problem.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<TokenError> for Error {
    fn from(error: TokenError) -> Self {
        Self::Token(error)
    }
}

impl From<RequestProblem> for Error {
    fn from(problem: RequestProblem) -> Self {
        Self::Request(problem)
    }
}

#[cfg(test)]
mod tests;
