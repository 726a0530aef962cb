//! What can't be at the same time, and whose presenters have to be known to tell.

use super::{Rows, Watching};
use crate::event::Clock;
use leptos::prelude::*;
use planning::conflict::{Conflicts, Speakers};
use planning::live::Seen;
use std::collections::BTreeMap;
use virtual_events::{EventId, EventKind, UtcInstant};

/// So many events' presenters are read for it: the earliest.
const AT_MOST: usize = 12;

/// The conflicts among my events, worked out anew when something is learnt, and every minute.
pub(super) fn among(
    clock: Clock,
    rows: Memo<Option<Rows>>,
    seen: RwSignal<BTreeMap<EventId, Seen>>,
) -> Memo<Conflicts> {
    let minute = Memo::new(move |_| {
        let now = clock.now().unix_milliseconds();
        UtcInstant::from_unix_milliseconds(now - now.rem_euclid(60_000))
    });
    Memo::new(move |_| {
        let Some(rows) = rows.get() else {
            return Conflicts::default();
        };
        let mut speakers = Speakers::new();
        for (id, seen) in seen.read().iter() {
            if let Some(presenters) = &seen.presenters {
                speakers.know(id, presenters.clone());
            }
        }
        Conflicts::of(rows.0.rows(), &speakers, minute.get())
    })
}

/// Wants the presenters of events that overlap, while conflicts are shown anywhere: only then can
/// somebody be booked twice.
pub(super) fn want_presenters(watching: Watching) {
    Effect::new(move |_| {
        if watching.heeds.get() == 0 {
            return;
        }
        let mut wanted: Vec<(EventKind, EventId)> = Vec::new();
        watching.conflicts.with(|conflicts| {
            for (event, conflict) in conflicts.each() {
                for (kind, id) in [
                    (kind_of(watching, event), event),
                    (Some(conflict.kind), &conflict.with),
                ] {
                    if let Some(kind) = kind
                        && wanted.len() < AT_MOST
                        && !wanted.iter().any(|(_, it)| it == id)
                    {
                        wanted.push((kind, id.clone()));
                    }
                }
            }
        });
        if watching.wanted.with_untracked(|before| *before != wanted) {
            watching.wanted.set(wanted);
        }
    });
}

fn kind_of(watching: Watching, id: &EventId) -> Option<EventKind> {
    let rows = watching.rows.get_untracked()?;
    let row = rows.0.rows().iter().find(|row| row.id == *id)?;
    Some(row.kind)
}
