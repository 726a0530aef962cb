//! The groups of the live list.

use std::collections::BTreeMap;

use time::Duration;
use virtual_events::{EventId, UtcInstant};

use super::{Seen, Slot, Stage};
use crate::Reader;
use crate::board::BoardRow;

/// However far away they are, so many are shown as next.
const AT_LEAST_NEXT: usize = 3;

/// Published events around now. Drafts, cancelled events and those without known times aren't there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// On now or overrunning, by start.
    pub on_now: Vec<Slot>,
    /// To come until the end of tomorrow, by start; if they are few, the three that come first.
    pub next: Vec<Slot>,
    /// Over since the reader's day began, the last one first.
    pub earlier: Vec<Slot>,
    /// When the groups have to be made anew: something starts, ends or can't overrun any longer, or
    /// the reader's day ends.
    pub next_change: UtcInstant,
}

impl Agenda {
    /// The agenda of these rows, in any order, at the reader's now.
    #[must_use]
    pub fn of(rows: &[BoardRow], seen: &BTreeMap<EventId, Seen>, reader: &Reader<'_>) -> Self {
        let now = reader.now;
        let today = reader.today();
        let day = |ahead: i64| reader.start_of(today.saturating_add(Duration::days(ahead)));
        let (midnight, tomorrow, horizon) = (day(0), day(1), day(2));

        let mut agenda = Self {
            on_now: Vec::new(),
            next: Vec::new(),
            earlier: Vec::new(),
            next_change: tomorrow,
        };
        let slots = rows
            .iter()
            .enumerate()
            .filter_map(|(index, row)| Slot::of(index, row));
        for slot in slots {
            let known = rows.get(slot.row).and_then(|row| seen.get(&row.id));
            let overruns = slot.stage(known, now) == Stage::Overrunning;
            let changes = [slot.starts, slot.ends, slot.overrun_until()]
                .into_iter()
                .filter(|change| *change > now);
            agenda.next_change = changes.fold(agenda.next_change, Ord::min);
            if now < slot.starts {
                agenda.next.push(slot);
            } else if now < slot.ends || overruns {
                agenda.on_now.push(slot);
            } else if midnight < slot.ends {
                agenda.earlier.push(slot);
            }
        }
        agenda.on_now.sort_by_key(|slot| slot.starts);
        agenda.next.sort_by_key(|slot| slot.starts);
        agenda
            .earlier
            .sort_by_key(|slot| std::cmp::Reverse(slot.ends));
        let soon = agenda.next.partition_point(|slot| slot.starts < horizon);
        agenda.next.truncate(soon.max(AT_LEAST_NEXT));
        agenda
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.on_now.is_empty() && self.next.is_empty() && self.earlier.is_empty()
    }
}
