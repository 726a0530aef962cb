//! All events of the signed-in user.

use std::collections::HashMap;

use super::mine_round::{Round, Source};
use super::{EventKind, Role, VirtualEvent};
use crate::error::Error;
use crate::{EventId, GraphClient};

/// The signed-in user's events, of both kinds and both roles, each once.
#[derive(Clone, Debug, Default)]
pub struct MyEvents {
    /// The events, in the order in which the service gave them.
    pub events: Vec<MyEvent>,
    /// Lists that couldn't be had, or not to their end.
    pub failures: Vec<MyEventsFailure>,
}

/// An event and the roles the user has in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyEvent {
    /// The event.
    pub event: VirtualEvent,
    /// One role mostly; both when the service listed it twice. The organizer's stands first.
    pub roles: Vec<Role>,
}

impl MyEvent {
    /// Whether the user is organizer, and so may publish and cancel.
    #[must_use]
    pub fn is_organizer(&self) -> bool {
        self.roles.contains(&Role::Organizer)
    }
}

/// A list that couldn't be had, or not to its end.
#[derive(Clone, Debug)]
pub struct MyEventsFailure {
    /// Events of this kind.
    pub kind: EventKind,
    /// In which the user has this role.
    pub role: Role,
    /// Why.
    pub error: Error,
}

impl GraphClient {
    /// Gets the signed-in user's town halls and webinars, as organizer and as co-organizer.
    ///
    /// One `$batch` of four lists, so a single round trip when none has a second page; next
    /// pages go into further batches. A throttled list waits for its own `Retry-After` while
    /// the others go on. What could be had is there, with the failures beside it.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`. Source: Graph pages
    /// "virtualEventTownhall: getByUserRole", "virtualEventWebinar: getByUserRole", "Combine
    /// multiple HTTP requests using JSON batching".
    pub async fn my_events(&self) -> MyEvents {
        self.my_events_with_progress(|_| ()).await
    }

    /// The same, telling after each round trip what has come so far.
    pub async fn my_events_with_progress(&self, progress: impl Fn(&[MyEvent])) -> MyEvents {
        let mut mine = Merge::default();
        let mut round = Round::first();
        while !round.is_empty() {
            for (source, events) in round.carry_out(self).await {
                mine.take_in(source, events);
            }
            progress(&mine.events);
        }
        let failures = round
            .into_failures()
            .into_iter()
            .map(|(source, error)| MyEventsFailure {
                kind: source.kind,
                role: source.role,
                error,
            })
            .collect();
        MyEvents {
            events: mine.events,
            failures,
        }
    }
}

/// Events so far, found again by id.
#[derive(Default)]
struct Merge {
    events: Vec<MyEvent>,
    places: HashMap<(EventKind, EventId), usize>,
}

impl Merge {
    fn take_in(&mut self, source: Source, events: Vec<VirtualEvent>) {
        for event in events {
            let key = (source.kind, event.id.clone());
            match self
                .places
                .get(&key)
                .and_then(|place| self.events.get_mut(*place))
            {
                Some(known) => {
                    if !known.roles.contains(&source.role) {
                        let first = usize::from(source.role == Role::CoOrganizer);
                        known.roles.insert(first, source.role);
                    }
                }
                None => {
                    self.places.insert(key, self.events.len());
                    self.events.push(MyEvent {
                        event,
                        roles: vec![source.role],
                    });
                }
            }
        }
    }
}
