//! The secret of a subscription.

use serde::Serialize;
use serde_json::Value;

use crate::json::{FromJson, JsonProblem, deserialize_from_json};

/// A secret that comes back in every notification; prints as `[redacted]`.
///
/// At most 128 characters. A notification without the one that was sent isn't Graph's.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ClientState(String);

impl ClientState {
    /// Wraps the secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret, to be sent and compared.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for ClientState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

impl FromJson for ClientState {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        String::from_json(value).map(Self)
    }
}

deserialize_from_json! { ClientState }
