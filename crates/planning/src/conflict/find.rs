//! The search for conflicts.

use std::collections::HashMap;

use virtual_events::{EventId, EventStatus, UtcInstant};

use super::{Clash, Conflict, Speakers};
use crate::board::BoardRow;

/// All conflicts among some events, by event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conflicts(HashMap<EventId, Vec<Conflict>>);

/// An event that counts, with its times.
struct Timed<'r> {
    row: &'r BoardRow,
    start: UtcInstant,
    end: UtcInstant,
}

impl Conflicts {
    /// Finds them by one walk over the starts.
    ///
    /// Drafts and published events count until they are over; cancelled ones, ones that have ended
    /// by `now`, and ones without a start or an end don't. Events that touch don't overlap.
    #[must_use]
    pub fn of(rows: &[BoardRow], speakers: &Speakers, now: UtcInstant) -> Self {
        let mut timed: Vec<Timed<'_>> = rows.iter().filter_map(|row| counted(row, now)).collect();
        timed.sort_by_key(|it| it.start);
        let mut found = Self::default();
        // those that have begun and aren't over when the next begins
        let mut on: Vec<&Timed<'_>> = Vec::new();
        for next in &timed {
            on.retain(|it| it.end > next.start);
            for other in &on {
                found.compare(other, next, speakers);
            }
            on.push(next);
        }
        for conflicts in found.0.values_mut() {
            conflicts.sort_by(|one, other| {
                (one.from, one.to, &one.with).cmp(&(other.from, other.to, &other.with))
            });
        }
        found
    }

    /// The conflicts of one event, earliest first.
    #[must_use]
    pub fn of_event(&self, event: &EventId) -> &[Conflict] {
        self.0.get(event).map_or(&[], Vec::as_slice)
    }

    /// How many events have a conflict.
    #[must_use]
    pub fn events(&self) -> usize {
        self.0.len()
    }

    /// Each conflict once, with the event that it is of; the earliest first.
    #[must_use]
    pub fn each(&self) -> Vec<(&EventId, &Conflict)> {
        let both = self
            .0
            .iter()
            .flat_map(|(event, conflicts)| conflicts.iter().map(move |it| (event, it)));
        let mut once: Vec<_> = both.filter(|(event, it)| **event < it.with).collect();
        once.sort_by_key(|(event, it)| (it.from, it.to, *event));
        once
    }

    fn compare(&mut self, earlier: &Timed<'_>, later: &Timed<'_>, speakers: &Speakers) {
        let (from, to) = (later.start, earlier.end.min(later.end));
        for (event, with) in [(earlier, later), (later, earlier)] {
            let clashes = clashes(event.row, with.row, speakers);
            if clashes.is_empty() {
                return;
            }
            let conflict = Conflict {
                kind: with.row.kind,
                with: with.row.id.clone(),
                title: with.row.title.clone(),
                from,
                to,
                clashes,
            };
            let conflicts = self.0.entry(event.row.id.clone()).or_default();
            conflicts.push(conflict);
        }
    }
}

fn counted(row: &BoardRow, now: UtcInstant) -> Option<Timed<'_>> {
    let stands = matches!(
        row.status,
        Some(EventStatus::Draft | EventStatus::Published)
    );
    let (start, end) = row.starts().zip(row.ends())?;
    (stands && start < end && now < end).then_some(Timed { row, start, end })
}

fn clashes(event: &BoardRow, with: &BoardRow, speakers: &Speakers) -> Vec<Clash> {
    let mine = event.role.is_some() && with.role.is_some();
    let others = speakers.at(&with.id);
    let twice = speakers
        .at(&event.id)
        .iter()
        .filter(|speaker| others.iter().any(|other| speaker.is(other)));
    mine.then_some(Clash::Mine)
        .into_iter()
        .chain(twice.cloned().map(Clash::Presenter))
        .collect()
}
