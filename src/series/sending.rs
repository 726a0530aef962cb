//! The sending, as both pages of a series see it.

use crate::event::EventList;
use crate::run::{self, From};
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::run::{RunKind, Task};

/// A run begun by a page, as long as the page is open.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    workspace: Workspace,
    begun: RwSignal<bool>,
    /// Whether anything of it is done; known after it has left the screen, too.
    made: RwSignal<bool>,
    /// Whether all of it is done.
    complete: Memo<bool>,
}

impl Sending {
    /// Nothing is sent yet. The list of events is read anew whenever a run has ended.
    pub(super) fn new() -> Self {
        let list = EventList::expect();
        Effect::new(move |was: Option<bool>| {
            let busy = run::busy();
            if was == Some(true) && !busy {
                list.refresh();
            }
            busy
        });
        let (begun, made) = (RwSignal::new(false), RwSignal::new(false));
        Effect::new(move |_| {
            let done = run::standing().is_some_and(|it| it.done > 0);
            if begun.get() && done {
                made.set(true);
            }
        });
        let complete = Memo::new(move |_| {
            let all = run::standing().is_some_and(|it| it.done == it.tasks);
            begun.get() && all && !run::busy()
        });
        Self {
            workspace: Workspace::expect(),
            begun,
            made,
            complete,
        }
    }

    /// Begins, unless another run is under way.
    pub(super) fn begin(self, kind: RunKind, title: &str, tasks: Vec<Task>) {
        if untrack(run::busy) {
            return;
        }
        self.begun.set(true);
        self.made.set(false);
        run::start(
            self.workspace,
            run::new_run(kind, title, tasks),
            From::Memory,
        );
    }

    /// Whether something of this page's run is done; doesn't track.
    pub(super) fn has_made(self) -> bool {
        self.made.get_untracked()
    }

    /// Whether all of this page's run is done; tracks.
    pub(super) fn is_complete(self) -> bool {
        self.complete.get()
    }
}
