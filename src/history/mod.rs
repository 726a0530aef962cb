//! What this account did to each event, kept in this browser only.

use crate::browser::database::{Entry, Shelf, Store};
use crate::browser::timer;
use crate::session::Person;
use planning::history::{Change, Deed, REMEMBERED, done_by_run};
use planning::run::Run;
use virtual_events::EventId;

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
        // what can't be kept isn't remembered
        let _ = shelf.put_all(&entries).await;
    });
}

/// Remembers what a run did to its events between two moments.
pub(crate) fn note_run(person: &Person, before: &Run, after: &Run) {
    for (event, deeds) in done_by_run(before, after) {
        note(person, &event, deeds);
    }
}

/// Hands over what was done to an event, the newest first, now and whenever something is noted.
pub(crate) fn follow(person: Person, event: EventId, take: impl Fn(Vec<Change>) + Clone + 'static) {
    let shelf = shelf(&person, &event);
    let read = move || {
        let (person, event) = (person.clone(), event.clone());
        async move { of(&person, &event).await }
    };
    shelf.follow(read, take);
}

/// What was done to an event, the newest first. What is too long ago is forgotten by the way.
async fn of(person: &Person, event: &EventId) -> Vec<Change> {
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
