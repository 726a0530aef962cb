//! What somebody looks for again and again, and which columns they see. The dialog and the saved
//! views are a chunk of their own: many never use them.

mod dialog;
mod list;

use super::state::BoardState;
use crate::chunk::{chunk, chunk_view};
use crate::i18n::board as words;
use crate::ui::dialog::Modal;
use leptos::prelude::*;

chunk! {
    views:
    /// What the dialog shows.
    pub(super) fn inside(state: BoardState, done: Callback<()>) -> AnyView {
        dialog::inside(state, done)
    }
}

chunk! {
    views:
    /// The saved views, above the list.
    pub(super) fn links(state: BoardState) -> AnyView {
        list::links(state)
    }
}

/// The button and the dialog it opens.
pub(super) fn button(state: BoardState) -> AnyView {
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    view! {
        <button type="button" class="button" on:click=move |_| open.set(true)>{words::VIEWS}</button>
        <Modal open title=words::VIEWS body=move || chunk_view(inside(state, close), ().into_any())/>
    }
    .into_any()
}

/// The saved views, when there are any.
pub(super) fn saved(state: BoardState) -> AnyView {
    let any = Memo::new(move |_| !state.views.read().is_empty());
    (move || any.get().then(|| chunk_view(links(state), ().into_any()))).into_any()
}
