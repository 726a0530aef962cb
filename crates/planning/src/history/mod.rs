//! What somebody did to an event, as their browser remembers it.
//!
//! The service keeps no record that an organizer could read; this one holds what was done with this
//! app, by this account, in this browser, and says so.

mod of_run;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use virtual_events::UtcInstant;

use crate::draft::Topic;

pub use of_run::{done_by_run, topics};

/// How many changes of one event are remembered.
pub const REMEMBERED: usize = 50;

/// Something done to an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Deed {
    /// Created it, as a draft.
    Created,
    /// Changed these parts of it.
    Changed(Vec<Topic>),
    /// Took a change of these parts back.
    Undone(Vec<Topic>),
    /// Published it.
    Published,
    /// Cancelled it.
    Cancelled,
    /// Added so many presenters.
    AddedPresenters(usize),
    /// Took a presenter off, by name.
    RemovedPresenter(String),
    /// Added a question to its registration form.
    AddedQuestion(String),
    /// Took a question off that form.
    DeletedQuestion(String),
    /// Sent so many mails about it.
    SentMails(usize),
}

/// Something done, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// When.
    pub at: UtcInstant,
    /// What.
    pub deed: Deed,
}

impl Change {
    /// The key under which it is kept among the changes of its event: keys sort by time. `nth`
    /// tells changes of one moment apart.
    #[must_use]
    pub fn key(&self, nth: usize) -> String {
        format!("{:014}.{nth:03}", self.at.unix_milliseconds().max(0))
    }

    /// It as a JSON text.
    #[must_use]
    pub fn to_text(&self) -> String {
        // texts, numbers and lists: nothing in it can fail to be written
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The change of such a text; `None` when it is none, or one that a newer release wrote.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
