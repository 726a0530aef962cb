//! Rows that are there twice, in the file or as an event.

use std::collections::BTreeMap;

use virtual_events::{EventId, EventKind, EventStatus, MyEvent, UtcInstant};

use super::{Planned, RowProblemKind};
use crate::fold::in_small_letters;
use crate::zones::{EventTime, ZoneRules};

/// Kind, title and start: what makes two events the same to a reader.
type Key = (EventKind, String, UtcInstant);

/// Titles and starts seen so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Repeats {
    events: BTreeMap<Key, EventId>,
    rows: BTreeMap<Key, usize>,
}

impl Repeats {
    /// Knows the events that exist; cancelled ones aren't in the way.
    pub(super) fn of(events: &[MyEvent], rules: &dyn ZoneRules) -> Self {
        let mut repeats = Self::default();
        for MyEvent { event, .. } in events {
            if event.status == Some(EventStatus::Canceled) {
                continue;
            }
            let start = event.start.as_ref();
            let start = start.and_then(|start| EventTime::resolve(start, rules).instant);
            if let (Some(title), Some(start)) = (&event.display_name, start) {
                let key = key(event.kind, title, start);
                repeats.events.insert(key, event.id.clone());
            }
        }
        repeats
    }

    /// What a row repeats, if it does; it counts as seen from then on.
    pub(super) fn look(&mut self, planned: &Planned) -> Option<RowProblemKind> {
        let key = key(planned.draft.kind, &planned.draft.title, planned.start?);
        if let Some(line) = self.rows.get(&key) {
            return Some(RowProblemKind::SameAs { line: *line });
        }
        let event = self.events.get(&key).cloned();
        self.rows.insert(key, planned.line);
        event.map(|event| RowProblemKind::Exists { event })
    }
}

fn key(kind: EventKind, title: &str, start: UtcInstant) -> Key {
    let words: Vec<&str> = title.split_whitespace().collect();
    (kind, in_small_letters(&words.join(" ")), start)
}
