//! Finds out what notifications are about: each event is read once, several in one round trip.

use super::Hub;
use crate::browser::timer;
use crate::live;
use leptos::prelude::*;
use planning::board::Board;
use planning::notify::{
    Completeness, Difference, Entry, Happened, Message, Part, Snapshot, Stale, Turned, stale,
};
use virtual_events::{ErrorKind, EventId, EventKind, MyEvent, VirtualEvent};

/// What comes within so many milliseconds is looked up together.
const TOGETHER: u32 = 120;

/// Looks up what these are about, together with what comes right after.
pub(super) fn soon(hub: Hub, new: Vec<Entry>) {
    let first = hub.resolving.try_update_value(|waiting| {
        let first = waiting.is_empty();
        waiting.extend(new);
        first
    });
    if first == Some(true) {
        timer::after(TOGETHER, move || {
            let entries = hub.resolving.try_update_value(std::mem::take);
            leptos::task::spawn_local(resolve(hub, entries.unwrap_or_default()));
        });
    }
}

async fn resolve(hub: Hub, entries: Vec<Entry>) {
    if !hub.list.is_there() {
        return;
    }
    let mut wanted: Vec<(EventKind, EventId)> = Vec::new();
    let mut whole_list = false;
    for stale in stale(&entries) {
        match stale {
            Stale::List => whole_list = true,
            Stale::Event(id, said) => {
                let known = hub.list.find(&id).map(|mine| mine.event.kind);
                match said.or(known) {
                    Some(kind) => wanted.push((kind, id)),
                    // an old notification of something that isn't mine, or not yet
                    None => whole_list = true,
                }
            }
        }
    }
    for entry in &entries {
        live::heed(hub.workspace, entry);
        touch(hub, entry);
    }
    if !wanted.is_empty() {
        let graph = hub.workspace.graph();
        let come = graph.several_events(&wanted).await;
        if !hub.list.is_there() {
            return;
        }
        for ((_, id), answer) in wanted.iter().zip(come) {
            match answer {
                Ok(event) => {
                    let before = hub.list.find(id);
                    whole_list |= before.is_none();
                    let differences = before.map(|it| differences(hub, it, &event));
                    hub.list.replace(&event);
                    let turned = Turned {
                        title: event.display_name.clone(),
                        differences: differences.unwrap_or_default(),
                    };
                    note(hub, &entries, id, &turned);
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    let turned = Turned {
                        title: None,
                        differences: vec![Difference::Gone],
                    };
                    note(hub, &entries, id, &turned);
                    whole_list = true;
                }
                // the list is read sooner or later, by the watch
                Err(_) => {}
            }
        }
    }
    if whole_list {
        hub.list.refresh();
    }
}

/// What is different in an event from when it was read last.
fn differences(hub: Hub, before: MyEvent, now: &VirtualEvent) -> Vec<Difference> {
    let after = MyEvent {
        event: now.clone(),
        ..before.clone()
    };
    let rules = hub.workspace.rules();
    let seen = |event: MyEvent| Snapshot::of(Board::new(&[event], &*rules).rows());
    let missed = seen(before).missed(&seen(after), Completeness::All);
    missed.into_iter().map(|it| it.difference).collect()
}

/// Notes what the notifications of an event turned out to be, for all tabs.
fn note(hub: Hub, entries: &[Entry], event: &EventId, turned: &Turned) {
    let of_it = entries.iter().filter(|entry| entry.event() == Some(event));
    let noted: Vec<(String, Turned)> = of_it
        .map(|entry| {
            let mut turned = turned.clone();
            if !is_of_event_itself(entry) {
                // that is said where the event changed, not where its session did
                turned.differences.clear();
            }
            (entry.id.clone(), turned)
        })
        .collect();
    hub.say(&Message::Turned(noted.clone()));
    hub.turned.update(|known| known.extend(noted));
}

/// Lets the event's page know that something beside the event changed.
pub(super) fn touch(hub: Hub, entry: &Entry) {
    if let Some(id) = entry.event()
        && !is_of_event_itself(entry)
    {
        hub.list.touch(id);
    }
}

fn is_of_event_itself(entry: &Entry) -> bool {
    match &entry.meaning.happened {
        Happened::Changed { subject, .. } => subject.part == Part::Event,
        Happened::Lifecycle(_) => false,
    }
}
