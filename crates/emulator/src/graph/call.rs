//! One request, alone or out of a batch.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::http::Method;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::reply::Refusal;
use crate::subscriptions::Handshake;

/// A request to Graph.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) method: Method,
    /// The path after `/v1.0`, as it came.
    pub(super) path: String,
    /// Decoded query, in its order.
    pub(super) query: Vec<(String, String)>,
    /// Header names in lower case.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Bytes,
    pub(super) version: Version,
    /// What the endpoints that the call names have answered, by address.
    pub(super) handshakes: BTreeMap<String, Handshake>,
}

/// The versions of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    V1,
    /// Of which only subscriptions are here.
    Beta,
}

impl Version {
    /// As it stands in front of a path.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::V1 => "/v1.0",
            Self::Beta => "/beta",
        }
    }

    /// Takes the version off a path.
    pub(super) fn strip(target: &str) -> Option<(Self, &str)> {
        [Self::V1, Self::Beta]
            .into_iter()
            .find_map(|version| Some((version, target.strip_prefix(version.path())?)))
    }
}

impl Call {
    /// Reads `/path?query`, with the version still in front of it.
    pub(super) fn target(&mut self, target: &str) {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        self.path = path.to_owned();
        self.query = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decoded(name), decoded(value))
            })
            .collect();
    }

    /// The value of a query option.
    pub(super) fn option(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The value of a header, its name in lower case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The parts of the path, decoded.
    pub(super) fn segments(&self) -> Vec<String> {
        self.path
            .split('/')
            .filter(|part| !part.is_empty())
            .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
            .collect()
    }

    /// The body as a JSON object.
    pub(super) fn object(&self) -> Result<serde_json::Map<String, Value>, Refusal> {
        let kind = self.header("content-type").unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("application/json") {
            return Err(Refusal::unsupported_media_type(kind));
        }
        match serde_json::from_slice(&self.body) {
            Ok(Value::Object(object)) => Ok(object),
            Ok(_) => Err(Refusal::bad_request(
                "The request payload must be a JSON object.",
            )),
            Err(why) => Err(Refusal::bad_request(format!(
                "Unable to read JSON request payload: {why}"
            ))),
        }
    }

    /// That an action without parameters was sent without a body.
    pub(super) fn no_body(&self) -> Result<(), Refusal> {
        if self.body.is_empty() {
            return Ok(());
        }
        Err(Refusal::bad_request("This action takes no request body."))
    }
}

/// Percent-decoded, with `+` for a blank as query strings have it.
fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}
