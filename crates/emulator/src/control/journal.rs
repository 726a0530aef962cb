//! The journal: a line for every request, without tokens, codes or verifiers.

use axum::http::{HeaderMap, Method, Uri, response};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::redact;
use crate::wire::{Form, Origin};

/// The most lines that are kept.
const LONGEST: usize = 20_000;

/// Request headers worth a place in the journal.
const ASKED: [&str; 13] = [
    "origin",
    "referer",
    "content-type",
    "accept",
    "accept-encoding",
    "accept-language",
    "prefer",
    "consistencylevel",
    "client-request-id",
    "if-none-match",
    "sec-fetch-mode",
    "access-control-request-method",
    "access-control-request-headers",
];

/// Response headers worth a place in the journal.
const ANSWERED: [&str; 10] = [
    "content-type",
    "content-encoding",
    "cache-control",
    "retry-after",
    "request-id",
    "etag",
    "www-authenticate",
    "access-control-allow-origin",
    "x-frame-options",
    "cross-origin-opener-policy",
];

/// Every request since the start, the last reset or the last `DELETE`.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    lines: Vec<Value>,
    written: u64,
}

/// What is told of one request.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entry {
    pub(crate) at: Option<Timestamp>,
    pub(crate) origin: Origin,
    method: String,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<String>,
    /// 0 when the connection was cut.
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user: Option<String>,
    request_headers: Map<String, Value>,
    response_headers: Map<String, Value>,
    request_bytes: usize,
    response_bytes: usize,
    /// Of Graph's writes: the JSON that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Value>,
    /// Of Entra's forms: their fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<Value>,
    pub(crate) fault: bool,
    /// `before` or `after` its effect, when the connection was cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cut: Option<&'static str>,
    #[serde(skip)]
    pub(crate) items: Vec<Item>,
}

/// One request of a batch.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Item {
    /// Its id in the batch.
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) query: Option<String>,
    pub(crate) status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) retry_after: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<Value>,
    pub(crate) fault: bool,
}

impl Entry {
    /// The line of a request that has just come in.
    pub(crate) fn of(origin: Origin, method: &Method, uri: &Uri, headers: &HeaderMap) -> Self {
        let mut request_headers = picked(headers, &ASKED);
        if let Some(Value::String(referer)) = request_headers.get_mut("referer") {
            *referer = redact::address(referer);
        }
        if let Some(credentials) = headers.get("authorization") {
            let shown = redact::authorization(credentials.to_str().unwrap_or_default());
            request_headers.insert("authorization".into(), shown.into());
        }
        Self {
            at: None,
            origin,
            method: method.to_string(),
            path: uri.path().to_owned(),
            query: uri.query().map(redact::pairs),
            status: 0,
            user: None,
            request_headers,
            response_headers: Map::new(),
            request_bytes: 0,
            response_bytes: 0,
            body: None,
            form: None,
            fault: false,
            cut: None,
            items: Vec::new(),
        }
    }

    /// Takes from the body what the journal may show.
    pub(crate) fn read_body(&mut self, bytes: &[u8]) {
        self.request_bytes = bytes.len();
        if bytes.is_empty() {
            return;
        }
        match self.origin {
            Origin::Graph if !self.path.ends_with("/$batch") => {
                self.body = serde_json::from_slice(bytes).ok().map(redact::body);
            }
            Origin::Entra => {
                let form = Form::parse(bytes);
                let fields = form
                    .pairs()
                    .map(|(name, value)| (name.to_owned(), redact::shown(name, value).into()));
                self.form = Some(Value::Object(fields.collect()));
            }
            _ => {}
        }
    }

    /// Adds how it was answered.
    pub(crate) fn answered(&mut self, answer: &response::Parts, bytes: usize) {
        self.status = answer.status.as_u16();
        self.response_bytes = bytes;
        self.response_headers = picked(&answer.headers, &ANSWERED);
        if let Some(place) = answer
            .headers
            .get("location")
            .and_then(|place| place.to_str().ok())
        {
            self.response_headers
                .insert("location".into(), redact::address(place).into());
        }
    }
}

impl Journal {
    /// Writes a line, and one more for each request of a batch.
    pub(crate) fn write(&mut self, mut entry: Entry) {
        let items = std::mem::take(&mut entry.items);
        let (at, origin, user) = (entry.at, entry.origin, entry.user.clone());
        let parent = self.push(json!(entry));
        for item in items {
            let mut line = json!(item);
            line["batch_id"] = line["id"].take();
            line["parent"] = parent.into();
            line["at"] = json!(at);
            line["origin"] = json!(origin);
            line["user"] = json!(user);
            self.push(line);
        }
    }

    /// Writes a line of something that is no request to the emulator.
    pub(crate) fn write_line(&mut self, line: Value) {
        self.push(line);
    }

    /// All lines, oldest first.
    pub(crate) fn lines(&self) -> &[Value] {
        &self.lines
    }

    /// Forgets all lines; the numbers go on.
    pub(crate) fn clear(&mut self) {
        self.lines.clear();
    }

    fn push(&mut self, mut line: Value) -> u64 {
        self.written += 1;
        line["seq"] = self.written.into();
        if self.lines.len() >= LONGEST {
            self.lines.drain(..LONGEST / 10);
        }
        self.lines.push(line);
        self.written
    }
}

fn picked(headers: &HeaderMap, names: &[&str]) -> Map<String, Value> {
    names
        .iter()
        .filter_map(|name| {
            let value = headers.get(*name)?.to_str().ok()?;
            Some(((*name).to_owned(), value.into()))
        })
        .collect()
}
