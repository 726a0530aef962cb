//! The calendar's page, put together.

use super::state::CalendarState;
use super::{agenda, month, toolbar, week};
use crate::browser::page::set_title;
use crate::i18n::calendar as words;
use crate::shell::problem::problem_view;
use leptos::prelude::*;
use planning::calendar::CalendarView;

/// Toolbar and one of the three views. A phone shows the agenda, whatever the address says.
pub(super) fn page() -> AnyView {
    set_title(words::TITLE);
    let state = CalendarState::new();
    let shape = Memo::new(move |_| state.rows().is_some());
    let problem = move || {
        let error = state.list.known().error?;
        let again = Callback::new(move |()| state.list.refresh());
        Some(problem_view(&error, Some(again)))
    };
    let shown = move || match (shape.get(), state.shown.get()) {
        (false, _) => skeleton(state),
        (true, CalendarView::Month) => untrack(|| month::grid(state)),
        (true, CalendarView::Week) => untrack(|| week::columns(state)),
        (true, CalendarView::Agenda) => untrack(|| agenda::list(state)),
    };
    view! {
        <div class="page-head"><h1>{words::TITLE}</h1></div>
        {toolbar::toolbar(state)}
        {problem}
        {shown}
    }
    .into_any()
}

fn skeleton(state: CalendarState) -> AnyView {
    (move || {
        state.list.known().error.is_none().then(|| {
            view! { <div aria-busy="true"><span class="skeleton" style="block-size:480px"></span></div> }
        })
    })
    .into_any()
}
