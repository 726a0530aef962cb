//! Failures, in the words and the shape of Entra.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::ident::random_guid;

/// A failure as it goes to the app, or onto a page.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    /// OAuth's word for it.
    pub(super) error: &'static str,
    /// Entra's finer word, where it has one.
    pub(super) suberror: Option<&'static str>,
    /// The number after `AADSTS`.
    pub(super) number: u32,
    text: String,
}

impl Failure {
    /// A failure without a finer word.
    pub(super) fn new(error: &'static str, number: u32, text: impl Into<String>) -> Self {
        Self {
            error,
            suberror: None,
            number,
            text: text.into(),
        }
    }

    /// The same with one.
    pub(super) fn sub(mut self, suberror: &'static str) -> Self {
        self.suberror = Some(suberror);
        self
    }

    /// `AADSTS…: what happened`, without the identifiers.
    pub(super) fn sentence(&self) -> String {
        format!("AADSTS{}: {}", self.number, self.text)
    }

    /// Name and value pairs for a redirect back to the app.
    pub(super) fn pairs(&self, now: Timestamp) -> Vec<(&'static str, String)> {
        let (trace, correlation) = (random_guid(), random_guid());
        let mut pairs = vec![
            ("error", self.error.to_owned()),
            (
                "error_description",
                self.description(now, &trace, &correlation),
            ),
            ("error_uri", self.uri()),
            ("trace_id", trace),
            ("correlation_id", correlation),
            ("timestamp", spelled(now)),
        ];
        if let Some(suberror) = self.suberror {
            pairs.push(("suberror", suberror.to_owned()));
        }
        pairs
    }

    /// The token endpoint's answer.
    pub(super) fn response(&self, now: Timestamp) -> Response {
        let status = match self.error {
            "invalid_client" => StatusCode::UNAUTHORIZED,
            _ => StatusCode::BAD_REQUEST,
        };
        let mut response = (status, Json(self.body(now))).into_response();
        response
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    fn body(&self, now: Timestamp) -> Value {
        let (trace, correlation) = (random_guid(), random_guid());
        let mut body = json!({
            "error": self.error,
            "error_description": self.description(now, &trace, &correlation),
            "error_codes": [self.number],
            "timestamp": spelled(now),
            "trace_id": trace,
            "correlation_id": correlation,
            "error_uri": self.uri(),
        });
        if let Some(suberror) = self.suberror {
            body["suberror"] = suberror.into();
        }
        body
    }

    fn description(&self, now: Timestamp, trace: &str, correlation: &str) -> String {
        format!(
            "{}\r\nTrace ID: {trace}\r\nCorrelation ID: {correlation}\r\nTimestamp: {}",
            self.sentence(),
            spelled(now)
        )
    }

    fn uri(&self) -> String {
        format!(
            "https://login.microsoftonline.com/error?code={}",
            self.number
        )
    }
}

/// `2027-01-12 09:00:00Z`.
fn spelled(now: Timestamp) -> String {
    now.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
}

/// What a fault with a bare status answers on Entra's origin.
pub(crate) fn error_body_of_fault(status: StatusCode) -> Value {
    let failure = match status.as_u16() {
        429 => Failure::new(
            "temporarily_unavailable",
            90_055,
            "The tenant is throttled.",
        ),
        500.. => Failure::new(
            "temporarily_unavailable",
            90_033,
            "A transient error has occurred.",
        ),
        401 => Failure::new("invalid_client", 700_016, "The application was not found."),
        _ => Failure::new(
            "invalid_grant",
            70_000,
            "The provided grant is invalid or malformed.",
        ),
    };
    failure.body(Timestamp::now())
}
