//! Ticking rows. What can be done with them is a chunk of its own.

use super::bulk;
use super::state::BoardState;
use crate::chunk::chunk_view;
use crate::i18n::{board as words, failure};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use virtual_events::EventId;

/// The box that ticks a row.
pub(super) fn row_box(state: BoardState, id: &EventId, title: &str) -> AnyView {
    let (id, taken) = (id.clone(), id.clone());
    let ticked = move || state.ticked.read().contains(&id);
    let change = move |_| {
        state
            .ticked
            .update(|ticked| match ticked.iter().position(|it| *it == taken) {
                Some(at) => drop(ticked.swap_remove(at)),
                None => ticked.push(taken.clone()),
            });
    };
    view! {
        <td class="cell-select">
            <input type="checkbox" aria-label=words::select(title) prop:checked=ticked on:change=change/>
        </td>
    }
    .into_any()
}

/// The box that ticks all rows that match, or none.
pub(super) fn all_box(state: BoardState) -> AnyView {
    let all = Memo::new(move |_| {
        let ticked = state.ticked.read();
        if ticked.is_empty() {
            return false;
        }
        let matching = state.matching();
        // a set would be larger in the first chunk than all of this; it is rarely looked through
        *ticked == matching
            || (ticked.len() >= matching.len() && matching.iter().all(|id| ticked.contains(id)))
    });
    let change = move |_| {
        let every = if all.get_untracked() {
            Vec::new()
        } else {
            untrack(|| state.matching())
        };
        state.ticked.set(every);
    };
    view! {
        <td class="cell-select">
            <input type="checkbox" aria-label=words::SELECT_ALL prop:checked=all on:change=change/>
        </td>
    }
    .into_any()
}

/// What can be done with the rows that are ticked.
pub(super) fn bar(state: BoardState) -> AnyView {
    let any = Memo::new(move |_| !state.ticked.read().is_empty() || state.at_work.get());
    (move || {
        any.get()
            .then(|| chunk_view(bulk::bar(state), ().into_any()))
    })
    .into_any()
}

/// Hands the user the rows that match as a file.
pub(super) fn export(state: BoardState) {
    let toasts = expect_context::<Toasts>();
    leptos::task::spawn_local(async move {
        if bulk::export(state).await.is_err() {
            toasts.say(failure::CHUNK_TITLE);
        }
    });
}
