//! What one delivery holds.

use serde::Serialize;

use super::Notification;
use crate::json::{self, json_object};

json_object! {
    /// Notifications of one delivery, perhaps of several subscriptions
    /// (Graph type `changeNotificationCollection`).
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct NotificationCollection {
        /// The notifications.
        pub value: Vec<Notification> = "value",
        /// Tokens that prove where rich notifications come from.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub validation_tokens: Vec<String> = "validationTokens",
    }
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
