//! Why Graph did not do what was asked of it.

use std::fmt;
use std::time::Duration;

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::http::{Problem, problem};
use crate::outbound::Reply;

/// Why there is no answer of Graph.
#[derive(Debug)]
pub(crate) enum GraphError {
    /// The sign-in service gave no token; why, for the operator.
    SignIn(String),
    /// Graph can't be reached; why, for the operator.
    Unreachable(String),
    /// Graph asks for fewer calls, and for this pause.
    Throttled(Duration),
    /// Graph refused.
    Refused(Refusal),
    /// Not what was asked for, or something that leads elsewhere.
    Odd(&'static str),
}

/// Graph's own words when it refuses.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    /// The code of its error.
    pub(crate) code: String,
    pub(crate) message: String,
}

impl Refusal {
    /// Whether an address didn't answer its validation request as it has to.
    pub(crate) fn is_about_validation(&self) -> bool {
        self.code == "ValidationError" || self.message.contains("validation request")
    }
}

impl GraphError {
    /// What an answer means that is no success.
    pub(super) fn of(reply: &Reply) -> Self {
        match reply.status {
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                Self::Throttled(pause(reply))
            }
            status => {
                let error: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
                let text = |name: &str| error["error"][name].as_str().unwrap_or_default();
                Self::Refused(Refusal {
                    status,
                    code: text("code").to_owned(),
                    message: text("message").chars().take(300).collect(),
                })
            }
        }
    }

    /// Whether Graph refused with this status.
    pub(crate) fn is(&self, status: StatusCode) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.status == status)
    }
}

/// The longest pause that is believed.
const LONGEST_PAUSE: Duration = Duration::from_secs(60 * 60);

/// How long Graph wants to be left alone; seconds, which may have a fraction.
fn pause(reply: &Reply) -> Duration {
    let header = reply.headers.get(RETRY_AFTER);
    let seconds = header.and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let pause = Duration::try_from_secs_f64(seconds.unwrap_or(2.0));
    pause.unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE)
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignIn(why) => write!(f, "no token for Graph: {why}"),
            Self::Unreachable(why) => write!(f, "Graph can't be reached: {why}"),
            Self::Throttled(_) => f.write_str("Graph asks for fewer calls"),
            Self::Refused(Refusal { status, code, .. }) => {
                write!(f, "Graph refused: {status} {code}")
            }
            Self::Odd(what) => write!(f, "Graph's answer is odd: {what}"),
        }
    }
}

impl IntoResponse for GraphError {
    fn into_response(self) -> Response {
        match &self {
            Self::Throttled(_) => problem(Problem::TooMany, "Graph asks for fewer calls"),
            // status and code are Graph's own words: they help whoever grants permissions
            Self::Refused(..) => problem(Problem::Upstream, &self.to_string()),
            Self::SignIn(_) => problem(Problem::Upstream, "the relay gets no token for Graph"),
            Self::Unreachable(_) => problem(Problem::Upstream, "Graph can't be reached"),
            Self::Odd(_) => problem(Problem::Upstream, "Graph's answer is odd"),
        }
    }
}
