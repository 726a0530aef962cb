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
use std::collections::BTreeMap;
use virtual_events::{EventId, MyEvent, VirtualEvent};

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
    let by_id: BTreeMap<&EventId, &MyEvent> =
        known.iter().map(|mine| (&mine.event.id, mine)).collect();
    let ids = untrack(|| state.matching());
    ids.iter()
        .filter_map(|id| by_id.get(id).map(|mine| (*mine).clone()))
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
