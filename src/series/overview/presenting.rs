//! Who presents the town halls that a change is for; asked only when somebody wants to know.

use crate::shell::Workspace;
use futures_util::future::join_all;
use leptos::prelude::*;
use planning::draft::Invitee;
use std::collections::BTreeMap;
use std::rc::Rc;
use virtual_events::{Error, EventId, EventKind};

/// Town halls asked about at once.
const AT_ONCE: usize = 6;

/// What is known of the presenters.
#[derive(Clone, Copy)]
pub(super) struct Presenting {
    workspace: Workspace,
    known: RwSignal<BTreeMap<EventId, Vec<Invitee>>>,
    asked: RwSignal<bool>,
    reading: RwSignal<bool>,
    trouble: RwSignal<Option<Rc<Error>>, LocalStorage>,
}

impl Presenting {
    /// Nothing is known.
    pub(super) fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            known: RwSignal::default(),
            asked: RwSignal::new(false),
            reading: RwSignal::new(false),
            trouble: RwSignal::new_local(None),
        }
    }

    /// Who presents, by town hall, as far as it is known; tracks.
    pub(super) fn known(self) -> BTreeMap<EventId, Vec<Invitee>> {
        self.known.get()
    }

    /// Somebody wants to know; also after it went wrong.
    pub(super) fn ask(self) {
        self.trouble.set(None);
        self.asked.set(true);
    }

    /// Whether it is being read; tracks.
    pub(super) fn is_reading(self) -> bool {
        self.reading.get()
    }

    /// Why it couldn't be read; tracks.
    pub(super) fn trouble(self) -> Option<Rc<Error>> {
        self.trouble.get()
    }

    /// From when it is asked for on, reads whoever of these isn't known yet.
    pub(super) fn follow(self, events: Memo<Vec<(EventKind, EventId)>>) {
        Effect::new(move |_| {
            if !self.asked.get() || self.reading.get() || self.trouble.get().is_some() {
                return;
            }
            let mut missing = events.get();
            let known = self.known.read_untracked();
            missing.retain(|(_, id)| !known.contains_key(id));
            if missing.is_empty() {
                return;
            }
            self.reading.set(true);
            leptos::task::spawn_local(async move {
                let trouble = self.read(missing).await.err().map(Rc::new);
                let _ = self.trouble.try_set(trouble);
                let _ = self.reading.try_set(false);
            });
        });
    }

    async fn read(self, events: Vec<(EventKind, EventId)>) -> Result<(), Error> {
        for some in events.chunks(AT_ONCE) {
            let answers = some.iter().map(|(kind, id)| self.of_event(*kind, id));
            for ((_, id), answer) in some.iter().zip(join_all(answers).await) {
                let people = answer?;
                let _ = self
                    .known
                    .try_update(|known| known.insert(id.clone(), people));
            }
        }
        Ok(())
    }

    async fn of_event(self, kind: EventKind, id: &EventId) -> Result<Vec<Invitee>, Error> {
        let presenters = self.workspace.graph().events(kind).presenters(id);
        let presenters = presenters.list().all().await.complete()?;
        Ok(presenters.iter().filter_map(Invitee::presenting).collect())
    }
}
