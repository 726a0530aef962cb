//! Error answers of Graph, and answers that aren't what they should be.

use std::time::Duration;

use http::{HeaderMap, HeaderName, StatusCode};
use serde_json::Value;

use crate::json::JsonProblem;

/// Longest message kept, in characters; a service has been seen to send whole pages.
const LONGEST_MESSAGE: usize = 400;
/// Longest code kept, in characters.
const LONGEST_CODE: usize = 100;
/// How many codes are followed inwards.
const DEEPEST_CODE: usize = 5;

/// The ids of one request: what support asks for first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestIds {
    /// Graph's own, from the answer's `request-id` header.
    pub request_id: Option<String>,
    /// The one this client sent as `client-request-id`.
    pub client_request_id: String,
}

impl std::fmt::Display for RequestIds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(id) = &self.request_id {
            write!(f, "request-id {id}, ")?;
        }
        write!(f, "client-request-id {}", self.client_request_id)
    }
}

/// An answer with an error status, in the shape of Graph page "Error responses".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceError {
    /// The HTTP status.
    pub status: StatusCode,
    /// Graph's code, such as `Forbidden`.
    pub code: Option<String>,
    /// More specific codes, from the outer to the innermost.
    pub inner_codes: Vec<String>,
    /// Graph's message: English, not stable, at most 400 characters of it.
    pub message: Option<String>,
    /// How long the service asks to wait.
    pub retry_after: Option<Duration>,
    /// What support needs.
    pub ids: RequestIds,
}

impl ServiceError {
    /// Reads an error answer; a body that isn't Graph's error shape leaves code and message out.
    pub(crate) fn new(
        status: StatusCode,
        body: Option<&Value>,
        retry_after: Option<Duration>,
        mut ids: RequestIds,
    ) -> Self {
        let error = body.and_then(|body| body.get("error"));
        let mut inner_codes = Vec::new();
        let mut inner = error.and_then(inner_error);
        while let Some(error) = inner.filter(|_| inner_codes.len() < DEEPEST_CODE) {
            if ids.request_id.is_none() {
                ids.request_id = text(error, "request-id", LONGEST_CODE);
            }
            inner_codes.extend(text(error, "code", LONGEST_CODE));
            inner = inner_error(error);
        }
        Self {
            status,
            code: error.and_then(|error| text(error, "code", LONGEST_CODE)),
            inner_codes,
            message: error.and_then(|error| text(error, "message", LONGEST_MESSAGE)),
            retry_after,
            ids,
        }
    }
}

/// v1.0 writes `innerError`, older services `innererror`.
fn inner_error(error: &Value) -> Option<&Value> {
    error
        .get("innerError")
        .or_else(|| error.get("innererror"))
        .filter(|inner| inner.is_object())
}

fn text(object: &Value, key: &str, longest: usize) -> Option<String> {
    let text = object.get(key)?.as_str()?;
    Some(text.chars().take(longest).collect())
}

impl std::fmt::Display for ServiceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "status {}", self.status.as_u16())?;
        if let Some(code) = &self.code {
            write!(f, " {code}")?;
        }
        if let Some(message) = &self.message {
            write!(f, ": {message}")?;
        }
        write!(f, " ({})", self.ids)
    }
}

/// A success whose body isn't what the operation documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// The HTTP status.
    pub status: StatusCode,
    /// Where the surprise is, as a JSON path; `$` when the whole isn't JSON.
    pub path: String,
    /// What was expected there; never what stood there.
    pub expected: String,
    /// What support needs.
    pub ids: RequestIds,
}

impl DecodeError {
    pub(crate) fn new(status: StatusCode, problem: &JsonProblem, ids: RequestIds) -> Self {
        Self {
            status,
            path: problem.path(),
            expected: problem.expected.clone(),
            ids,
        }
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "unexpected answer, {} at {} ({})",
            self.expected, self.path, self.ids
        )
    }
}

/// A header as text, when it is there and is text.
///
/// By name constant: looking up a text would link the parser of header names.
pub(crate) fn header_text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
