//! Answers that say what went wrong, in the shape of Graph's errors.

use axum::Json;
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use crate::metrics::Refusal;
use crate::service::Service;
use crate::store::StoreError;

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    Malformed,
    Unauthenticated,
    Forbidden,
    NotFound,
    TooManyFeeds,
    /// It doesn't go with what is there.
    Conflict,
    TooLarge,
    TooMany,
    Unavailable,
    /// Graph or the sign-in service did not do what was asked of it.
    Upstream,
}

impl Problem {
    fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::TooManyFeeds | Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Upstream => StatusCode::BAD_GATEWAY,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Malformed => "badRequest",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "accessDenied",
            Self::NotFound => "notFound",
            Self::TooManyFeeds => "tooManyFeeds",
            Self::Conflict => "conflict",
            Self::TooLarge => "tooLarge",
            Self::TooMany => "tooManyRequests",
            Self::Unavailable => "serviceNotAvailable",
            Self::Upstream => "graphFailed",
        }
    }
}

/// The answer, with a sentence for who reads it in a log.
pub(crate) fn problem(problem: Problem, message: &str) -> Response {
    let body = json!({ "error": { "code": problem.code(), "message": message } });
    let mut response = (problem.status(), Json(body)).into_response();
    let headers = response.headers_mut();
    match problem {
        Problem::TooMany | Problem::Unavailable => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("2"));
        }
        Problem::Unauthenticated => {
            let challenge = HeaderValue::from_static("Bearer error=\"invalid_token\"");
            headers.insert(WWW_AUTHENTICATE, challenge);
        }
        _ => {}
    }
    response
}

/// The answer to a token that doesn't hold; why is counted, and not told.
pub(crate) fn refuse(service: &Service, refusal: Refusal) -> Response {
    service.metrics.refusal(refusal);
    tracing::debug!(reason = ?refusal, "a token is refused");
    match refusal {
        Refusal::scope => problem(Problem::Forbidden, "the token lacks the relay's permission"),
        Refusal::keys_unreachable => {
            problem(Problem::Unavailable, "the sign-in service can't be reached")
        }
        _ => problem(Problem::Unauthenticated, "the token doesn't hold here"),
    }
}

/// The answer where the store failed.
pub(crate) fn store_failed(service: &Service, error: &StoreError) -> Response {
    service.metrics.store_errors.inc();
    tracing::error!(error = %error, "a call is refused");
    problem(Problem::Unavailable, "the store takes nothing now")
}
