//! The presenters of an event, as read.

use crate::shell::Workspace;
use crate::townhall::EventState;
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::{Error, EventId, EventKind, Presenter};

/// What is known of an event's presenters.
#[derive(Clone)]
pub(super) enum Reading {
    UnderWay,
    There(Rc<Vec<Presenter>>),
    Failed(Rc<Error>),
}

/// The presenters and their reading.
#[derive(Clone, Copy)]
pub(super) struct People {
    pub(super) event: EventState,
    reading: RwSignal<Reading, LocalStorage>,
    /// Whose details are being changed.
    pub(super) detailed: RwSignal<Option<Rc<Presenter>>, LocalStorage>,
}

impl People {
    /// Begins to read.
    pub(super) fn open(event: EventState) -> Self {
        let people = Self {
            event,
            reading: RwSignal::new_local(Reading::UnderWay),
            detailed: RwSignal::new_local(None),
        };
        people.refresh();
        people
    }

    /// How the reading stands; tracks.
    pub(super) fn reading(self) -> Reading {
        self.reading.get()
    }

    /// How the reading stands; doesn't track.
    pub(super) fn reading_untracked(self) -> Reading {
        self.reading.get_untracked()
    }

    /// Shows the list without somebody, before the service has heard of it.
    pub(super) fn leave_out(self, presenter: &Presenter) {
        if let Reading::There(presenters) = self.reading.get_untracked() {
            let left = presenters.iter().filter(|it| it.id != presenter.id);
            let left = left.cloned().collect();
            self.reading.set(Reading::There(Rc::new(left)));
        }
    }

    /// Reads them again; those known stay on the screen meanwhile.
    pub(super) fn refresh(self) {
        match self.reading.try_get_untracked() {
            // the page was left
            None => return,
            Some(Reading::Failed(_)) => self.reading.set(Reading::UnderWay),
            Some(_) => {}
        }
        let (workspace, kind, id) = (self.event.workspace, self.event.kind, self.event.id());
        leptos::task::spawn_local(async move {
            let answer = read(workspace, kind, id).await;
            let _ = self.reading.try_set(match answer {
                Ok(presenters) => Reading::There(Rc::new(presenters)),
                Err(error) => Reading::Failed(Rc::new(error)),
            });
        });
    }
}

async fn read(workspace: Workspace, kind: EventKind, id: EventId) -> Result<Vec<Presenter>, Error> {
    workspace
        .graph()
        .events(kind)
        .presenters(&id)
        .list()
        .all()
        .await
        .complete()
}
