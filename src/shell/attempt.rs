//! A call that a question or a form makes: under way, done, or failed with the reason.

use super::problem::problem_view;
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::Error;

/// One call at a time, and why the last one failed.
#[derive(Clone, Copy)]
pub(crate) struct Attempt {
    busy: RwSignal<bool>,
    problem: RwSignal<Option<Rc<Error>>, LocalStorage>,
}

impl Attempt {
    /// Nothing is under way.
    pub(crate) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            problem: RwSignal::new_local(None),
        }
    }

    /// For the `aria-busy` of the button that makes the call; tracks.
    pub(crate) fn busy(self) -> Option<&'static str> {
        self.busy.get().then_some("true")
    }

    /// Why the last call failed; nothing when it didn't.
    pub(crate) fn problem(self) -> AnyView {
        (move || self.problem.get().map(|error| problem_view(&error, None))).into_any()
    }

    /// Makes a call, unless one is under way. What follows a success is part of `call`.
    pub(crate) fn make(self, call: LocalBoxFuture<'static, Result<(), Error>>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        leptos::task::spawn_local(async move {
            let answer = call.await;
            // The dialog may be gone by now, closed by the success or by the user.
            let _ = self.busy.try_set(false);
            if let Err(error) = answer {
                let _ = self.problem.try_set(Some(Rc::new(error)));
            }
        });
    }

    /// Forgets why the last call failed: something else is wrong now.
    pub(crate) fn forget(self) {
        self.problem.set(None);
    }
}
