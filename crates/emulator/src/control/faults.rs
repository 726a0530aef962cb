//! Faults: what goes wrong, for which requests, how often.

use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;
use percent_encoding::percent_decode_str;
use regex_lite::Regex;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::wire::Origin;

/// The rules in force, tried in the order they were given.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Vec<(Fault, Option<Regex>)>,
}

/// One rule.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    /// Which requests it is for; all when left out.
    #[serde(default, rename = "match")]
    pub(crate) matches: Matches,
    /// How often it strikes; without a number until it is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) times: Option<u32>,
    /// Milliseconds of real time to wait before anything else.
    #[serde(default)]
    pub(crate) delay_ms: u64,
    /// Hangs up without an answer, before or after the request had its effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) drop: Option<Drop>,
    /// Answers with this status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    /// Answers with this body: text is sent as it is, anything else as JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<Value>,
    /// Adds or replaces headers; null removes one.
    #[serde(default)]
    pub(crate) headers: Map<String, Value>,
    /// Whether a request that is answered by `status` has its effect all the same.
    #[serde(default)]
    pub(crate) effect: Effect,
    /// Whether the answer may be read by other origins as usual.
    #[serde(default = "yes")]
    pub(crate) cors: bool,
}

/// Which requests a rule is for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Matches {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) method: Option<String>,
    /// Searched for in path and query, as they are on the wire and percent-decoded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) path_regex: Option<String>,
}

/// When to hang up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Drop {
    Before,
    After,
}

/// What becomes of the request itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Effect {
    #[default]
    Skipped,
    Done,
}

fn yes() -> bool {
    true
}

impl Faults {
    /// Adds a rule after the others; a pattern or header that can't be read is named.
    pub(crate) fn add(&mut self, fault: Fault) -> Result<(), String> {
        let pattern = match &fault.matches.path_regex {
            Some(text) => Some(Regex::new(text).map_err(|why| format!("path_regex: {why}"))?),
            None => None,
        };
        if let Some(status) = fault.status {
            StatusCode::from_u16(status).map_err(|_| format!("{status} is no status"))?;
        }
        for name in fault.headers.keys() {
            name.parse::<HeaderName>()
                .map_err(|_| format!("{name:?} is no header name"))?;
        }
        self.rules.push((fault, pattern));
        Ok(())
    }

    /// Forgets all rules.
    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    /// The rules still in force, as JSON.
    pub(crate) fn list(&self) -> Value {
        json!(
            self.rules
                .iter()
                .map(|(fault, _)| fault)
                .collect::<Vec<_>>()
        )
    }

    /// The first rule for this request, counted down.
    pub(crate) fn strike(
        &mut self,
        origin: Origin,
        method: &Method,
        target: &str,
    ) -> Option<Fault> {
        let plain = percent_decode_str(target).decode_utf8_lossy();
        let at = self.rules.iter().position(|(fault, pattern)| {
            let Matches {
                origin: of,
                method: by,
                ..
            } = &fault.matches;
            of.is_none_or(|of| of == origin)
                && by
                    .as_ref()
                    .is_none_or(|by| by.eq_ignore_ascii_case(method.as_str()))
                && pattern.as_ref().is_none_or(|pattern| {
                    // Browsers differ in what they encode: the plain spelling counts as well.
                    pattern.is_match(target) || pattern.is_match(&plain)
                })
        })?;
        let struck = self.rules[at].0.clone();
        if let Some(left) = &mut self.rules[at].0.times {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.rules.remove(at);
            }
        }
        Some(struck)
    }
}

impl Fault {
    /// The answer as the fault wants it.
    pub(crate) fn disguise(&self, origin: Origin, response: Response) -> Response {
        let (mut parts, mut body) = response.into_parts();
        if let Some(status) = self
            .status
            .and_then(|status| StatusCode::from_u16(status).ok())
        {
            parts.status = status;
            parts.headers.clear();
        }
        if self.status.is_some() || self.body.is_some() {
            parts.headers.remove(CONTENT_LENGTH);
            let (kind, text) = self.words(origin, parts.status);
            parts
                .headers
                .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
            body = Body::from(text);
        }
        for (name, value) in &self.headers {
            let Ok(name) = name.parse::<HeaderName>() else {
                continue;
            };
            let text = match value {
                Value::Null => {
                    parts.headers.remove(name);
                    continue;
                }
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            if let Ok(value) = HeaderValue::from_str(&text) {
                parts.headers.insert(name, value);
            }
        }
        Response::from_parts(parts, body)
    }

    /// Content type and text of the faulty answer.
    fn words(&self, origin: Origin, status: StatusCode) -> (&'static str, String) {
        match &self.body {
            Some(Value::String(text)) if text.trim_start().starts_with('<') => {
                ("text/html; charset=utf-8", text.clone())
            }
            Some(Value::String(text)) => ("text/plain; charset=utf-8", text.clone()),
            Some(other) => ("application/json; charset=utf-8", other.to_string()),
            None if status == StatusCode::NO_CONTENT => ("text/plain", String::new()),
            None => (
                "application/json; charset=utf-8",
                usual_body(origin, status).to_string(),
            ),
        }
    }

    /// The faulty body of a request inside a batch.
    pub(crate) fn item_body(&self, status: StatusCode) -> Value {
        self.body
            .clone()
            .unwrap_or_else(|| usual_body(Origin::Graph, status))
    }
}

fn usual_body(origin: Origin, status: StatusCode) -> Value {
    match origin {
        Origin::Entra => crate::entra::error_body_of_fault(status),
        _ => crate::graph::error_body_of_fault(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Fault {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_rule_strikes_as_often_as_it_says_and_only_what_it_means() {
        let mut faults = Faults::default();
        let text = r#"{"match":{"method":"post","path_regex":"/townhalls$","origin":"graph"},"times":2,"status":503}"#;
        faults.add(rule(text)).unwrap();
        let mut strike = |origin, method, path| faults.strike(origin, &method, path).is_some();

        assert!(!strike(
            Origin::Graph,
            Method::GET,
            "/v1.0/solutions/virtualEvents/townhalls"
        ));
        assert!(!strike(
            Origin::Entra,
            Method::POST,
            "/v1.0/solutions/virtualEvents/townhalls"
        ));
        assert!(!strike(
            Origin::Graph,
            Method::POST,
            "/v1.0/solutions/virtualEvents/webinars"
        ));
        assert!(strike(
            Origin::Graph,
            Method::POST,
            "/v1.0/solutions/virtualEvents/townhalls"
        ));
        assert!(strike(
            Origin::Graph,
            Method::POST,
            "/v1.0/solutions/virtualEvents/townhalls"
        ));
        assert!(!strike(
            Origin::Graph,
            Method::POST,
            "/v1.0/solutions/virtualEvents/townhalls"
        ));
    }

    #[test]
    fn a_pattern_that_is_none_is_refused_with_its_reason() {
        let why = Faults::default()
            .add(rule(r#"{"match":{"path_regex":"("}}"#))
            .unwrap_err();
        assert!(why.contains("path_regex"), "{why}");
    }
}
