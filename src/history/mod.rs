//! What this account did to each event, kept in this browser only.

use crate::browser::database::{Entry, Shelf, Store};
use crate::browser::timer;
use crate::session::Person;
use leptos::prelude::*;
use planning::history::{Change, Deed, REMEMBERED, done_by_run};
use planning::run::Run;
use virtual_events::EventId;

thread_local! {
    static TURN: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Counts what was noted in this tab; tracks.
pub(crate) fn turn() -> u32 {
    TURN.with(|turn| turn.get())
}

fn shelf(person: &Person, event: &EventId) -> Shelf {
    let owner = [&person.owner_key(), "/", event.as_str()].concat();
    Shelf::of(Store::History, &owner)
}

/// Remembers what was just done to an event. Where the browser keeps nothing, nothing is
/// remembered, and nobody is held up by it.
pub(crate) fn note(person: &Person, event: &EventId, deeds: Vec<Deed>) {
    let shelf = shelf(person, event);
    let at = timer::now();
    let entry = |(nth, deed): (usize, Deed)| {
        let change = Change { at, deed };
        Entry {
            // two at the same moment are two
            key: [&change.key(nth), ".", &timer::unique_name()].concat(),
            value: change.to_text(),
        }
    };
    let entries: Vec<Entry> = deeds.into_iter().enumerate().map(entry).collect();
    leptos::task::spawn_local(async move {
        if shelf.put_all(&entries).await.is_ok() {
            TURN.with(|turn| turn.update(|turn| *turn += 1));
        }
    });
}

/// Remembers what a run did to its events between two moments.
pub(crate) fn note_run(person: &Person, before: &Run, after: &Run) {
    for (event, deeds) in done_by_run(before, after) {
        note(person, &event, deeds);
    }
}

/// What was done to an event, the newest first. What is too long ago is forgotten by the way.
pub(crate) async fn of(person: &Person, event: &EventId) -> Vec<Change> {
    let shelf = shelf(person, event);
    let mut kept = shelf.list().await.unwrap_or_default();
    let old = kept.len().saturating_sub(REMEMBERED);
    let forgotten: Vec<Entry> = kept.drain(..old).collect();
    if !forgotten.is_empty() {
        let keys: Vec<&str> = forgotten.iter().map(|it| it.key.as_str()).collect();
        // they are in nobody's way
        let _ = shelf.delete_all(&keys).await;
    }
    let changes = kept.iter().filter_map(|it| Change::from_text(&it.value));
    changes.rev().collect()
}
