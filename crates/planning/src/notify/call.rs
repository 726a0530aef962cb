//! What is told of the call behind a session.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use virtual_events::UtcInstant;

/// Something that happened in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallEvent {
    /// What.
    pub what: CallMoment,
    /// When, as the service says.
    pub at: Option<UtcInstant>,
}

/// What can happen in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallMoment {
    /// It started.
    Started,
    /// Somebody came or went.
    Roster,
    /// It ended.
    Ended,
}

impl CallEvent {
    /// The event in a notification's opened contents; `None` for anything else. Source: Graph page
    /// "Get change notifications for Microsoft Teams meeting call updates".
    #[must_use]
    pub fn read(contents: &Value) -> Option<Self> {
        let kind = contents["@odata.type"].as_str()?;
        if !kind
            .trim_start_matches('#')
            .eq_ignore_ascii_case("microsoft.graph.callevent")
        {
            return None;
        }
        let what = match contents["eventType"]
            .as_str()?
            .to_ascii_lowercase()
            .as_str()
        {
            "callstarted" => CallMoment::Started,
            "rosterupdated" => CallMoment::Roster,
            "callended" => CallMoment::Ended,
            _ => return None,
        };
        let at = contents["eventDateTime"]
            .as_str()
            .and_then(UtcInstant::parse);
        Some(Self { what, at })
    }
}

/// What is known of a session's call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CallTimes {
    /// When it started last.
    pub started_at: Option<UtcInstant>,
    /// When it ended last.
    pub ended_at: Option<UtcInstant>,
}

impl CallTimes {
    /// Takes in what happened; `came` is when it was told.
    pub fn take(&mut self, event: CallEvent, came: UtcInstant) {
        let at = event.at.unwrap_or(came);
        let last = match event.what {
            CallMoment::Started => &mut self.started_at,
            CallMoment::Ended => &mut self.ended_at,
            CallMoment::Roster => return,
        };
        // notifications come in any order
        *last = Some(last.map_or(at, |last| last.max(at)));
    }

    /// Whether it goes on; `None` when nothing tells.
    #[must_use]
    pub fn goes_on(&self) -> Option<bool> {
        match (self.started_at, self.ended_at) {
            (Some(started), Some(ended)) => Some(started > ended),
            (Some(_), None) => Some(true),
            (None, Some(_)) => Some(false),
            (None, None) => None,
        }
    }
}
