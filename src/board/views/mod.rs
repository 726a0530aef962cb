//! What somebody looks for again and again, and which columns they see. All but the button is a
//! chunk of its own: many never use it.

mod dialog;
mod list;

use super::state::BoardState;
use crate::chunk::{chunk, chunk_view};
use crate::i18n::board as words;
use leptos::prelude::*;

chunk! {
    views:
    /// The saved views, above the list, and the dialog.
    pub(super) fn room(state: BoardState) -> AnyView {
        view! { {list::links(state)}{dialog::dialog(state)} }.into_any()
    }
}

/// The button that opens the dialog.
pub(super) fn button(state: BoardState) -> AnyView {
    view! { <button type="button" class="button" on:click=move |_| state.viewing.set(true)>{words::VIEWS}</button> }
        .into_any()
}

/// The saved views, when there are any, and the dialog, once it was opened.
pub(super) fn views(state: BoardState) -> AnyView {
    let used = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || state.viewing.get() || !state.views.read().is_empty()
    });
    (move || used.get().then(|| chunk_view(room(state), ().into_any()))).into_any()
}
