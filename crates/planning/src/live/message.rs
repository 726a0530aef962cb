//! What the tabs of a browser tell each other, so that one of them reads for all.

use serde::{Deserialize, Serialize};
use virtual_events::{EventId, MyEvent, Role, UtcInstant, VirtualEvent};

use super::{Seen, Spent};

/// A message from tab to tab.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// A tab that has just opened wants to know what is known.
    Ask,
    /// A live list is open: somebody looks at sessions.
    Listed,
    /// My events as just read.
    Events {
        /// When.
        at: UtcInstant,
        /// All of them.
        events: Vec<SharedEvent>,
    },
    /// One event in a newer state.
    Event(Box<VirtualEvent>),
    /// What is known of one event.
    Seen(EventId, Box<Seen>),
    /// What was asked of the service.
    Spent(Spent),
}

/// One of my events on its way to another tab.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SharedEvent {
    event: VirtualEvent,
    organizer: bool,
    co_organizer: bool,
}

impl Message {
    /// The message as text.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// The message that a text is; `None` for one of another release's.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// My events as a message.
    #[must_use]
    pub fn events(at: UtcInstant, events: &[MyEvent]) -> Self {
        let share = |mine: &MyEvent| SharedEvent {
            event: mine.event.clone(),
            organizer: mine.roles.contains(&Role::Organizer),
            co_organizer: mine.roles.contains(&Role::CoOrganizer),
        };
        Self::Events {
            at,
            events: events.iter().map(share).collect(),
        }
    }
}

impl From<SharedEvent> for MyEvent {
    fn from(shared: SharedEvent) -> Self {
        let roles = [
            shared.organizer.then_some(Role::Organizer),
            shared.co_organizer.then_some(Role::CoOrganizer),
        ];
        Self {
            event: shared.event,
            roles: roles.into_iter().flatten().collect(),
        }
    }
}
