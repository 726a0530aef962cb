//! What happened while nobody looked: the events now against those that were seen last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use virtual_events::{EventId, EventKind, EventStatus, UtcInstant};

use crate::board::BoardRow;

/// What was seen of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastSeen {
    /// Town hall or webinar.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// When it starts.
    pub start: Option<UtcInstant>,
    /// When it ends.
    pub end: Option<UtcInstant>,
    /// Its status, as the service says it.
    pub status: Option<String>,
}

/// Town hall or webinar, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A town hall.
    Townhall,
    /// A webinar.
    Webinar,
}

impl From<EventKind> for Kind {
    fn from(kind: EventKind) -> Self {
        match kind {
            EventKind::Townhall => Self::Townhall,
            EventKind::Webinar => Self::Webinar,
        }
    }
}

impl From<Kind> for EventKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Townhall => Self::Townhall,
            Kind::Webinar => Self::Webinar,
        }
    }
}

/// All events as they were seen.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Snapshot {
    /// By id.
    pub events: BTreeMap<EventId, LastSeen>,
}

/// What is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Difference {
    /// It wasn't there, or wasn't yours.
    New,
    /// It isn't there any more, or isn't yours; with what was seen last.
    Gone,
    /// It was called otherwise.
    Renamed {
        /// How.
        before: String,
    },
    /// It was at another time.
    Moved {
        /// Its start then.
        start: Option<UtcInstant>,
        /// Its end then.
        end: Option<UtcInstant>,
    },
    /// It has been published.
    Published,
    /// It has been cancelled.
    Cancelled,
}

/// A difference in one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The event.
    pub event: EventId,
    /// As it is now; as it was, when it is gone.
    pub seen: LastSeen,
    /// What is different.
    pub difference: Difference,
}

/// What a notification turned out to be, once its event was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turned {
    /// The event's title; `None` when it can't be read any more.
    pub title: Option<String>,
    /// What is different from what was known before; empty when that isn't shown in a list.
    pub differences: Vec<Difference>,
}

impl Snapshot {
    /// The events as they are.
    #[must_use]
    pub fn of(rows: &[BoardRow]) -> Self {
        let instant = |time: &Option<crate::zones::EventTime>| time.as_ref()?.instant;
        let seen = |row: &BoardRow| LastSeen {
            kind: row.kind.into(),
            title: row.title.clone(),
            start: instant(&row.start),
            end: instant(&row.end),
            status: row.status.as_ref().map(|it| it.as_str().to_owned()),
        };
        let events = rows.iter().map(|row| (row.id.clone(), seen(row)));
        Self {
            events: events.collect(),
        }
    }

    /// What is different in `now`, by the start of the events, several of one event in a row.
    ///
    /// `whole` tells that `now` has all events: of a list that came in parts nothing is gone.
    #[must_use]
    pub fn missed(&self, now: &Self, whole: Completeness) -> Vec<Missed> {
        let mut missed = Vec::new();
        for (event, seen) in &now.events {
            let differences = match self.events.get(event) {
                Some(before) => differences(before, seen),
                None => vec![Difference::New],
            };
            missed.extend(differences.into_iter().map(|difference| Missed {
                event: event.clone(),
                seen: seen.clone(),
                difference,
            }));
        }
        let gone = self
            .events
            .iter()
            .filter(|(event, _)| whole == Completeness::All && !now.events.contains_key(*event));
        missed.extend(gone.map(|(event, seen)| Missed {
            event: event.clone(),
            seen: seen.clone(),
            difference: Difference::Gone,
        }));
        missed.sort_by_key(|it| (it.seen.start, it.event.clone()));
        missed
    }
}

/// Whether a list has all events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// It has.
    All,
    /// Part of it couldn't be read.
    Part,
}

fn differences(before: &LastSeen, now: &LastSeen) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.title != now.title {
        found.push(Difference::Renamed {
            before: before.title.clone(),
        });
    }
    if (before.start, before.end) != (now.start, now.end) {
        found.push(Difference::Moved {
            start: before.start,
            end: before.end,
        });
    }
    if before.status != now.status {
        match now.status.as_deref().map(EventStatus::from) {
            Some(EventStatus::Published) => found.push(Difference::Published),
            Some(EventStatus::Canceled) => found.push(Difference::Cancelled),
            _ => {}
        }
    }
    found
}
