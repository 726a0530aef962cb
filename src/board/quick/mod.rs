//! What can be done with an event without opening it. The buttons are all that everybody loads.

mod sheet;

use super::state::BoardState;
use crate::browser::page;
use crate::chunk::{chunk, chunk_view};
use crate::i18n::board as words;
use leptos::prelude::*;
use planning::Phase;
use planning::board::BoardRow;

/// Puts the attendee link on the clipboard.
const COPY: &str = "copy";
/// Begins another event with it.
const DUPLICATE: &str = "duplicate";
/// Asks what to do.
const MORE: &str = "more";

/// One of these, and the id of the event.
pub(super) type Asked = (String, String);

chunk! {
    quick:
    /// Does what is asked, or shows what there is to choose.
    pub(super) fn answer(state: BoardState, asked: Asked) -> AnyView {
        sheet::answer(state, &asked)
    }
}

/// The head of the column.
pub(super) fn head() -> AnyView {
    view! { <td class="cell-actions"><span class="visually-hidden">{words::ACTIONS}</span></td> }
        .into_any()
}

/// The cell with an event's actions: shown while the pointer or the focus is in the row.
pub(super) fn cell(row: &BoardRow, phase: Phase, title: &str) -> AnyView {
    let button = |act: &'static str, label: &'static str| {
        // by keyboard all of it is behind the last
        let index = (act != MORE).then_some("-1");
        view! { <button type="button" class="button" data-act=act tabindex=index aria-label=words::of_event(label, title)>{label}</button> }
            .into_any()
    };
    // there is a link once an event is published
    let published = matches!(phase, Phase::Upcoming | Phase::OnNow);
    let acts: [(&str, &str); 3] = [
        (COPY, words::COPY_LINK),
        (DUPLICATE, words::DUPLICATE),
        (MORE, words::MORE),
    ];
    let offered = acts
        .into_iter()
        .filter(|(act, _)| published || *act != COPY);
    let buttons = offered.map(|(act, label)| button(act, label));
    let event = row.id.as_str().to_owned();
    view! {
        <td class="cell-actions"><span class="quick" data-event=event>{buttons.collect_view()}</span></td>
    }
    .into_any()
}

/// Takes a click anywhere in the list: one listener does for all rows.
pub(super) fn clicked(state: BoardState, ev: &web_sys::MouseEvent) {
    let said = |name| page::said(ev.target().as_ref(), name);
    if let (Some(act), Some(event)) = (said("data-act"), said("data-event")) {
        state.asked.set(Some((act, event)));
    }
}

/// What was asked for.
pub(super) fn asked(state: BoardState) -> AnyView {
    let answered = move |asked| chunk_view(answer(state, asked), ().into_any());
    (move || state.asked.get().map(answered)).into_any()
}
