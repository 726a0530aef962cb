//! What is done with a selection of events: changed, cancelled, written down.

mod act;
mod cancel;
mod edit;
mod outcome;

use super::state::BoardState;
use crate::browser::download;
use crate::chunk::chunk;
use crate::i18n::bulk as words;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::bulk::events_table;
use virtual_events::{MyEvent, VirtualEvent};

chunk! {
    bulk:
    /// The bar above the list while rows are ticked.
    pub(super) fn bar(state: BoardState) -> AnyView {
        act::bar(state)
    }
}

chunk! {
    bulk:
    /// Hands the user the rows that match as a file.
    pub(super) fn export(state: BoardState) -> () {
        save(state);
    }
}

/// The events behind the rows that match.
fn events(state: BoardState) -> Vec<MyEvent> {
    let known = state.list.known_untracked().events.unwrap_or_default();
    let rows = untrack(|| state.matching());
    rows.iter()
        .filter_map(|row| {
            let same = |mine: &&MyEvent| mine.event.id == row.id;
            known.iter().find(same).cloned()
        })
        .collect()
}

fn save(state: BoardState) {
    let events = events(state);
    let rules = state.workspace.rules();
    let rows = events.iter().map(|mine| -> &VirtualEvent { &mine.event });
    let text = events_table(rows, &*rules);
    if download::save(words::FILE, "text/csv;charset=utf-8", text.as_bytes()).is_err()
        && let Some(toasts) = use_context::<Toasts>()
    {
        toasts.say(crate::i18n::run::NO_DOWNLOAD);
    }
}
