//! What would come of doing something to a selection, before it is done.

use super::super::state::BoardState;
use crate::i18n::{bulk as words, event as names};
use crate::run::{self, From};
use leptos::prelude::*;
use planning::run::{RunKind, Task};

/// Events left out that are named.
const NAMED: usize = 8;

/// The tasks, and which events are left out for what reason.
#[derive(Clone, Default)]
pub(super) struct Outcome {
    pub(super) tasks: Vec<Task>,
    pub(super) left_out: Vec<(String, String)>,
}

impl Outcome {
    pub(super) fn leave_out(&mut self, title: Option<&str>, why: String) {
        self.left_out
            .push((names::title(title.unwrap_or_default()), why));
    }

    /// The list of those left out.
    pub(super) fn notes(&self) -> Option<AnyView> {
        if self.left_out.is_empty() {
            return None;
        }
        let rest = self.left_out.len().saturating_sub(NAMED);
        let rows = self.left_out.iter().take(NAMED).map(|(title, why)| {
            view! { <li><strong dir="auto">{title.clone()}</strong>": "{why.clone()}</li> }
        });
        Some(
            view! {
                <div>
                    <p>{words::left_out(self.left_out.len())}</p>
                    <ul>{rows.collect_view()}</ul>
                    {(rest > 0).then(|| view! { <p class="quiet">{words::more(rest)}</p> })}
                </div>
            }
            .into_any(),
        )
    }
}

/// Starts the run of the tasks.
pub(super) fn carry_out(state: BoardState, kind: RunKind, tasks: Vec<Task>) {
    let title = words::events(tasks.len());
    state.at_work.set(true);
    let new = run::new_run(kind, &title, tasks);
    run::start(state.workspace, new, From::Memory);
}
