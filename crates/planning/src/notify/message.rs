//! What the tabs of a browser tell each other about notifications.

use serde::{Deserialize, Serialize};
use virtual_events::UtcInstant;

use super::{Came, Turned};

/// Something one tab tells the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Message {
    /// A tab is new: the one that listens tells how the stream is.
    Ask,
    /// Notifications have come.
    Came(Vec<Came>),
    /// What notifications turned out to be, by their ids.
    Turned(Vec<(String, Turned)>),
    /// The ledger that all share was changed.
    Ledger,
    /// How the stream is.
    Stream(Stream),
    /// Somebody has looked at everything up to that moment.
    Seen(UtcInstant),
}

/// How the relay's stream is.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stream {
    /// There is none, as nothing is to be heard.
    #[default]
    Off,
    /// On the way.
    Connecting,
    /// Open since that moment.
    Open(UtcInstant),
    /// Lost; it is tried again at that moment.
    Lost(UtcInstant),
    /// The relay answered with an HTTP status that is an error; it is tried again at that moment.
    Refused(u16, UtcInstant),
    /// The account may not use the relay until somebody consents.
    NoPermission,
    /// The user has to sign in anew.
    SignedOut,
}

impl Message {
    /// The message written by [`to_text`](Self::to_text); `None` for one of another release.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// As text.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
