//! The list of my events, shared by the pages that show it: read once, refreshed by any of them.

use crate::browser::timer;
use crate::shell::Workspace;
use leptos::prelude::*;
use std::sync::Arc;
use virtual_events::{
    Error, EventId, MyEvent, MyEvents, MyEventsFailure, UtcInstant, VirtualEvent,
};

/// What is known of my events now.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// The events, once read; kept while a refresh runs or fails.
    pub(crate) events: Option<Arc<Vec<MyEvent>>>,
    /// The parts of the last read that failed while others came.
    pub(crate) failures: Arc<Vec<MyEventsFailure>>,
    /// Why the last read failed as a whole.
    pub(crate) error: Option<Arc<Error>>,
    /// When the events were read.
    pub(crate) read_at: Option<UtcInstant>,
}

impl Known {
    /// All four parts failed: what was known before stays, and one error stands for them.
    fn take_in(&mut self, answer: MyEvents) {
        const PARTS: usize = 4;
        let MyEvents {
            events,
            mut failures,
        } = answer;
        if failures.len() == PARTS && events.is_empty() {
            self.error = failures.pop().map(|failure| Arc::new(failure.error));
            return;
        }
        *self = Self {
            events: Some(Arc::new(events)),
            failures: Arc::new(failures),
            error: None,
            read_at: Some(timer::now()),
        };
    }
}

/// My events and their reading; found in the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EventList {
    known: RwSignal<Known>,
    /// The event that was last put in by [`EventList::replace`].
    replaced: RwSignal<Option<Arc<VirtualEvent>>>,
    /// The event of which something beside itself changed last: its session, a report.
    touched: RwSignal<Option<Arc<EventId>>>,
    reading: RwSignal<bool>,
    /// Whether something changed since the read under way began.
    outdated: StoredValue<bool>,
    workspace: Workspace,
}

impl EventList {
    /// Provides the list to everything below and begins to read it.
    pub(crate) fn provide(workspace: Workspace) -> Self {
        let list = Self {
            known: RwSignal::new(Known::default()),
            replaced: RwSignal::new(None),
            touched: RwSignal::new(None),
            reading: RwSignal::new(false),
            outdated: StoredValue::new(false),
            workspace,
        };
        provide_context(list);
        list
    }

    /// The list of the component that asks.
    pub(crate) fn expect() -> Self {
        expect_context()
    }

    /// What is known; tracks.
    pub(crate) fn known(self) -> Known {
        self.known.get()
    }

    /// What is known; doesn't track.
    pub(crate) fn known_untracked(self) -> Known {
        self.known.get_untracked()
    }

    /// Whether a read is under way; tracks.
    pub(crate) fn reading(self) -> bool {
        self.reading.get()
    }

    /// One event as last seen in the list; doesn't track.
    pub(crate) fn find(self, id: &EventId) -> Option<MyEvent> {
        let known = self.known.get_untracked();
        known
            .events?
            .iter()
            .find(|mine| mine.event.id == *id)
            .cloned()
    }

    /// Puts a newer state of an event into the list, so that it needn't be read again.
    pub(crate) fn replace(self, event: &VirtualEvent) {
        self.known.update(|known| {
            if let Some(events) = &mut known.events
                && let Some(mine) = Arc::make_mut(events)
                    .iter_mut()
                    .find(|mine| mine.event.id == event.id)
            {
                mine.event = event.clone();
            }
        });
        self.replaced.set(Some(Arc::new(event.clone())));
    }

    /// The newer state of an event, when it was the last to be replaced; tracks.
    pub(crate) fn replaced(self, id: &EventId) -> Option<VirtualEvent> {
        let last = self.replaced.get()?;
        (last.id == *id).then(|| VirtualEvent::clone(&last))
    }

    /// The event that was last put in by [`EventList::replace`]; tracks.
    pub(crate) fn replaced_last(self) -> Option<VirtualEvent> {
        self.replaced.get().map(|last| VirtualEvent::clone(&last))
    }

    /// Tells that something beside the event itself changed: its session, a report.
    pub(crate) fn touch(self, id: &EventId) {
        let _ = self.touched.try_set(Some(Arc::new(id.clone())));
    }

    /// Whether something beside the event changed last; tracks.
    pub(crate) fn is_touched(self, id: &EventId) -> bool {
        self.touched.with(|it| it.as_deref() == Some(id))
    }

    /// Takes what another tab has read.
    pub(crate) fn accept(self, events: Vec<MyEvent>, read_at: UtcInstant) {
        self.known.set(Known {
            events: Some(Arc::new(events)),
            read_at: Some(read_at),
            ..Known::default()
        });
    }

    /// Whether somebody is still signed in: the list goes with the frame.
    pub(crate) fn is_there(self) -> bool {
        !self.known.is_disposed()
    }

    /// What is known, unless nobody is signed in any more.
    pub(crate) fn known_now(self) -> Option<Known> {
        self.known.try_get_untracked()
    }

    /// Reads the list again; when a read is under way already, once more after it.
    pub(crate) fn refresh(self) {
        if self.reading.get_untracked() {
            self.outdated.set_value(true);
            return;
        }
        self.reading.set(true);
        leptos::task::spawn_local(self.read());
    }

    /// The same, and comes back when it is read.
    pub(crate) async fn refresh_now(self) {
        if self.reading.get_untracked() {
            self.outdated.set_value(true);
            return;
        }
        self.reading.set(true);
        self.read().await;
    }

    /// Reads until nobody has found meanwhile that what is being read is outdated.
    async fn read(self) {
        loop {
            self.outdated.set_value(false);
            let answer = self.workspace.graph().my_events().await;
            // The frame may be gone by now: signed out meanwhile.
            let _ = self.known.try_update(|known| known.take_in(answer));
            if self.outdated.try_get_value() != Some(true) {
                let _ = self.reading.try_set(false);
                return;
            }
        }
    }

    /// Reads the list if nobody has yet, or when what is known is older than `seconds`.
    pub(crate) fn ensure(self, seconds: u64) {
        let known = self.known.get_untracked();
        let fresh = known
            .read_at
            .is_some_and(|at| timer::now().since(at).as_secs() < seconds);
        if !fresh && !self.reading.get_untracked() {
            self.refresh();
        }
    }
}
