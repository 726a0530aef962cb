//! Why a subscription doesn't stand as it should, for who looks at the list.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::tenant::GraphError;

/// What went wrong the last time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Trouble {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) date_time: Timestamp,
}

/// What kind of trouble it is, for who chooses words by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Code {
    /// The relay gets no token.
    SignIn,
    /// Graph can't be reached.
    Unreachable,
    Throttled,
    /// Graph got no good answer from the relay's public address.
    NotValidated,
    /// A permission of the relay's app is missing, or an application access policy.
    AccessDenied,
    /// What is to be watched isn't there.
    NotFound,
    /// The same app holds it for another address.
    HeldElsewhere,
    /// Contents are wanted, and no certificate is configured.
    NoCertificate,
    /// The relay's own store failed.
    Store,
    /// Anything else; Graph's code stands in the message.
    Refused,
    /// A word of a later release.
    #[serde(other)]
    Other,
}

/// What a step came to, if not to what was wanted.
#[derive(Debug)]
pub(super) enum Failure {
    Graph(GraphError),
    /// Another address has it: this one.
    HeldElsewhere(String),
    NoCertificate,
    Store(crate::store::StoreError),
    /// The machine gives no random numbers.
    NoChance,
}

impl From<GraphError> for Failure {
    fn from(error: GraphError) -> Self {
        Self::Graph(error)
    }
}

impl From<crate::store::StoreError> for Failure {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Store(error)
    }
}

impl Failure {
    /// How long Graph wants to be left alone.
    pub(super) fn pause(&self) -> Option<std::time::Duration> {
        match self {
            Self::Graph(GraphError::Throttled(pause)) => Some(*pause),
            _ => None,
        }
    }

    pub(super) fn trouble(&self, now: Timestamp) -> Trouble {
        let (code, message) = match self {
            Self::Graph(error) => (of_graph(error), in_words(error)),
            Self::HeldElsewhere(address) => {
                let words = ["The same app has a subscription to it that calls ", address];
                (Code::HeldElsewhere, words.concat())
            }
            Self::NoCertificate => {
                let words = "Contents can't be had without a certificate: set content_certificates";
                (Code::NoCertificate, words.to_owned())
            }
            Self::Store(error) => (Code::Store, error.to_string()),
            Self::NoChance => (
                Code::Other,
                "this machine gives no random numbers".to_owned(),
            ),
        };
        Trouble {
            code,
            message,
            date_time: now,
        }
    }
}

/// What happened, with Graph's own sentence if it has one.
fn in_words(error: &GraphError) -> String {
    match error {
        GraphError::Refused(refusal) if !refusal.message.is_empty() => {
            [&error.to_string(), ": ", &refusal.message].concat()
        }
        error => error.to_string(),
    }
}

fn of_graph(error: &GraphError) -> Code {
    match error {
        GraphError::SignIn(_) => Code::SignIn,
        GraphError::Unreachable(_) | GraphError::Odd(_) => Code::Unreachable,
        GraphError::Throttled(_) => Code::Throttled,
        GraphError::Refused(refusal) => match refusal.status.as_u16() {
            400 if refusal.is_about_validation() => Code::NotValidated,
            401 | 403 => Code::AccessDenied,
            404 => Code::NotFound,
            _ => Code::Refused,
        },
    }
}
