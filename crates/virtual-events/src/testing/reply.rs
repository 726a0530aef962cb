//! One answer of the scripted Graph.

use std::time::Duration;

use serde_json::Value;

use crate::TransportError;

/// What comes back for one request.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(super) after: Duration,
    pub(super) outcome: Outcome,
}

#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Answer {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Vec<u8>,
    },
    Lost(TransportError),
}

impl Reply {
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        let body = body.to_string().into_bytes();
        Self {
            after: Duration::ZERO,
            outcome: Outcome::Answer {
                status,
                headers,
                body,
            },
        }
    }

    pub(crate) fn empty(status: u16) -> Self {
        let outcome = Outcome::Answer {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        };
        Self {
            after: Duration::ZERO,
            outcome,
        }
    }

    pub(crate) fn text(status: u16, body: &str) -> Self {
        let headers = vec![("content-type", "text/html".to_owned())];
        let body = body.as_bytes().to_vec();
        Self {
            after: Duration::ZERO,
            outcome: Outcome::Answer {
                status,
                headers,
                body,
            },
        }
    }

    /// Graph's error shape.
    pub(crate) fn error(status: u16, code: &str) -> Self {
        let body = serde_json::json!({"error": {"code": code, "message": "no", "innerError": {}}});
        Self::json(status, &body)
    }

    pub(crate) fn lost(error: TransportError) -> Self {
        Self {
            after: Duration::ZERO,
            outcome: Outcome::Lost(error),
        }
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        if let Outcome::Answer { headers, .. } = &mut self.outcome {
            headers.push((name, value.to_owned()));
        }
        self
    }

    /// Takes this long to come.
    pub(crate) fn after(mut self, duration: Duration) -> Self {
        self.after = duration;
        self
    }
}
