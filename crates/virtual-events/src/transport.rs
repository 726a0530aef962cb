//! One HTTP exchange, as the client asks for it.

use futures_core::future::LocalBoxFuture;
use http::HeaderName;
use http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};

/// Carries one request to Graph and brings the answer.
///
/// In a browser this is `fetch`, on a host any HTTP client, in a test a script. It must not
/// follow redirects to another host with the `Authorization` header, must not retry, and must
/// not interpret the status: a 500 is an answer, not an error. Dropping the future cancels the
/// exchange.
pub trait Transport {
    /// Sends `request` and waits for head and body of the answer.
    fn send<'a>(
        &'a self,
        request: http::Request<Vec<u8>>,
    ) -> LocalBoxFuture<'a, Result<http::Response<Vec<u8>>, TransportError>>;
}

/// The headers of an answer that the client looks at; a transport may leave out all others.
///
/// Asking for these by constant, instead of copying whatever came, saves a browser the parser
/// of header names.
pub static ANSWER_HEADERS: [HeaderName; 4] = [
    CONTENT_TYPE,
    RETRY_AFTER,
    WWW_AUTHENTICATE,
    HeaderName::from_static("request-id"),
];

/// Why there is no answer.
///
/// For a write it stays unknown whether the service acted before the answer was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportError {
    /// The host couldn't be reached, or the connection broke.
    Network,
    /// No answer in the time the transport allows.
    Timeout,
    /// The exchange was given up from this side.
    Cancelled,
    /// The answer is larger than the transport takes.
    TooLarge,
    /// The request couldn't be sent at all; nothing left this machine.
    NotSent(String),
}

impl TransportError {
    /// Whether the service may have acted on the request although no answer came.
    #[must_use]
    pub fn may_have_happened(&self) -> bool {
        !matches!(self, Self::NotSent(_))
    }
}

impl std::fmt::Display for TransportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Network => "no connection",
            Self::Timeout => "no answer in time",
            Self::Cancelled => "cancelled",
            Self::TooLarge => "the answer is too large",
            Self::NotSent(why) => return write!(f, "the request could not be sent: {why}"),
        })
    }
}

impl std::error::Error for TransportError {}
