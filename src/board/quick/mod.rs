//! What can be done with an event without opening it.

mod sheet;

use super::state::BoardState;
use crate::chunk::{chunk, chunk_view};
use crate::i18n::{board as words, failure};
use crate::ui::dialog::Modal;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::Phase;
use planning::board::BoardRow;
use virtual_events::{EventId, EventKind};

/// What somebody wants to do with an event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// Choose what to do.
    Choose,
    /// Begin another one with it.
    Duplicate,
}

/// The event, and what is wanted of it.
pub(super) type Asked = (EventKind, EventId, Wish);

chunk! {
    quick:
    /// What the dialog shows.
    pub(super) fn inside(asked: Asked, done: Callback<()>) -> AnyView {
        sheet::inside(asked, done)
    }
}

chunk! {
    quick:
    /// Puts the attendee link of an event on the clipboard.
    pub(super) fn copy(state: BoardState, kind: EventKind, id: EventId, toasts: Toasts) -> () {
        sheet::copy(state.workspace, kind, id, toasts);
    }
}

/// The head of the column.
pub(super) fn head() -> AnyView {
    view! { <td class="cell-actions"><span class="visually-hidden">{words::ACTIONS}</span></td> }
        .into_any()
}

/// The cell with an event's actions: shown while the pointer or the focus is in the row.
pub(super) fn cell(state: BoardState, row: &BoardRow, phase: Phase, title: &str) -> AnyView {
    let (kind, id) = (row.kind, row.id.clone());
    let ask = move |wish| {
        let id = id.clone();
        move |_| state.asked.set(Some((kind, id.clone(), wish)))
    };
    let id = row.id.clone();
    let copy = move |_| {
        let (id, toasts) = (id.clone(), expect_context::<Toasts>());
        leptos::task::spawn_local(async move {
            if copy(state, kind, id, toasts).await.is_err() {
                toasts.say(failure::CHUNK_TITLE);
            }
        });
    };
    // there is a link once an event is published
    let copy = matches!(phase, Phase::Upcoming | Phase::OnNow).then(|| {
        view! { <button type="button" class="button pointed" tabindex="-1" aria-label=words::of_event(words::COPY_LINK, title) on:click=copy>{words::COPY_LINK}</button> }
    });
    view! {
        <td class="cell-actions">
            <span class="quick">
                {copy}
                <button type="button" class="button pointed" tabindex="-1" aria-label=words::of_event(words::DUPLICATE, title) on:click=ask(Wish::Duplicate)>{words::DUPLICATE}</button>
                <button type="button" class="button" aria-label=words::of_event(words::MORE, title) on:click=ask(Wish::Choose)>{words::MORE}</button>
            </span>
        </td>
    }
    .into_any()
}

/// The dialog in which somebody chooses.
pub(super) fn sheet(state: BoardState) -> AnyView {
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    Effect::new(move |_| {
        if state.asked.read().is_some() {
            open.set(true);
        }
    });
    let body = move || {
        let asked = state.asked.get_untracked();
        asked.map(|asked| chunk_view(inside(asked, close), ().into_any()))
    };
    view! { <Modal open title=words::ACTIONS body/> }.into_any()
}
