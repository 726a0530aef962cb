//! What one delivery holds.

use serde::{Deserialize, Serialize};

use super::Notification;
use crate::json::{self, null_as_empty};

/// Notifications of one delivery, perhaps of several subscriptions
/// (Graph type `changeNotificationCollection`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NotificationCollection {
    /// The notifications.
    #[serde(deserialize_with = "null_as_empty")]
    pub value: Vec<Notification>,
    /// Tokens that prove where rich notifications come from.
    #[serde(
        deserialize_with = "null_as_empty",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub validation_tokens: Vec<String>,
}

impl NotificationCollection {
    /// Reads the body of a delivery.
    ///
    /// # Errors
    /// Where it isn't what Graph documents, as JSON path and expectation; nothing of the body.
    pub fn parse(body: &[u8]) -> Result<Self, NotificationError> {
        let wrong = |problem: json::JsonProblem| NotificationError {
            path: problem.path(),
            expected: problem.expected,
        };
        let document = serde_json::from_slice(body)
            .map_err(|_| wrong(json::JsonProblem::new("expected JSON")))?;
        json::read(document).map_err(wrong)
    }
}

/// A delivery that isn't one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotificationError {
    /// Where, as a JSON path.
    pub path: String,
    /// What was expected there.
    pub expected: String,
}

impl std::fmt::Display for NotificationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "unexpected notification, {} at {}",
            self.expected, self.path
        )
    }
}

impl std::error::Error for NotificationError {}
