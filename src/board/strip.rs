//! What is on now and what comes next, above the list.

use super::state::BoardState;
use crate::event::badge::phase_badge;
use crate::event::when::time_lines;
use crate::i18n::{board as words, event as names};
use crate::routes::Page;
use leptos::prelude::*;
use planning::Phase;
use planning::board::BoardRow;

/// The strip; nothing at all when nothing is near.
pub(super) fn strip(state: BoardState) -> AnyView {
    let near = Memo::new(move |_| state.on_now_and_next());
    (move || {
        let near = near.get();
        (!near.is_empty()).then(|| {
            let cards = near.into_iter().map(|(row, phase)| card(state, &row, phase));
            view! { <section class="strip" aria-label=words::ON_NOW_NEXT>{cards.collect_view()}</section> }
        })
    })
    .into_any()
}

fn card(state: BoardState, row: &BoardRow, phase: Phase) -> AnyView {
    let title = names::title(&row.title);
    let page = Page::Event(row.kind, row.id.clone());
    let zone = state.workspace.zone();
    let lines = time_lines(
        row.start.as_ref(),
        row.end.as_ref(),
        &zone,
        &*state.workspace.rules(),
    );
    view! {
        <div class="card">
            <div class="row">{phase_badge(phase)}<span class="quiet small">{lines.first}</span></div>
            <a href=page.path()><span dir="auto">{title}</span></a>
        </div>
    }
    .into_any()
}
