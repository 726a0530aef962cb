//! The board's page, put together.

use super::state::BoardState;
use super::{partial, quick, selection, strip, table, tools};
use crate::browser::page::set_title;
use crate::chunk::chunk_view;
use crate::drafts;
use crate::i18n::board as words;
use crate::live;
use crate::routes::Page;
use crate::run;
use crate::shell::problem::problem_view;
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// Strip, search, filters, list.
pub(crate) fn page() -> AnyView {
    set_title(words::TITLE);
    let state = BoardState::new();
    view! {
        <div class="page-head">
            <h1>{words::TITLE}</h1>
            {conflicts(state)}
            {begin()}
        </div>
        <div class="stack">
            {move || problem(state)}
            {move || partial(state)}
            {quick::asked(state)}
        </div>
        {strip::strip(state)}
        {unfinished(state)}
        {left(state)}
        {move || inside(state)}
    }
    .into_any()
}

/// Events at the same time, looked for once nothing else is going on.
fn conflicts(state: BoardState) -> AnyView {
    let workspace = state.workspace;
    let look = move || chunk_view(live::conflicts(workspace), ().into_any());
    (move || workspace.settled.get().then(look)).into_any()
}

/// What was typed and not sent, where there may be something: most days there is nothing, and no
/// code is loaded for it.
fn unfinished(state: BoardState) -> Option<AnyView> {
    let reserved = view! { <div class="card unfinished" aria-busy="true"><span class="skeleton"></span></div> };
    drafts::any(&state.workspace.person())
        .then(|| chunk_view(drafts::board_list(), reserved.into_any()))
}

/// What a closed tab left undone, where there may be something.
fn left(state: BoardState) -> Option<AnyView> {
    run::any(&state.workspace.person()).then(|| chunk_view(run::board_notice(), ().into_any()))
}

/// Which of the shapes the list has: nothing yet, empty, or rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Failed,
    Loading,
    Empty,
    Rows,
}

fn inside(state: BoardState) -> AnyView {
    let shape = Memo::new(move |_| match state.counts() {
        None if state.list.known().error.is_some() => Shape::Failed,
        None => Shape::Loading,
        Some(counts) if counts.total == 0 => Shape::Empty,
        Some(_) => Shape::Rows,
    });
    (move || match shape.get() {
        Shape::Failed => ().into_any(),
        Shape::Loading => table::skeleton(),
        Shape::Empty => empty(),
        Shape::Rows => {
            view! { {tools::tools(state)}{selection::bar(state)}{table::table(state)} }.into_any()
        }
    })
    .into_any()
}

/// The ways into the form.
fn begin() -> AnyView {
    view! {
        <a href="/webinars/new" class="button">{words::NEW_WEBINAR}</a>
        <a href="/townhalls/new" class="button primary">{icon(Icon::Add)}{words::NEW_TOWNHALL}</a>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <section class="card empty">
            <h2>{words::EMPTY_TITLE}</h2>
            <p>{words::EMPTY_TEXT}</p>
            <div class="row">
                {begin()}
                <a href=Page::Import.path() class="button">{words::IMPORT}</a>
            </div>
        </section>
    }
    .into_any()
}

fn problem(state: BoardState) -> Option<AnyView> {
    let error = state.list.known().error?;
    Some(problem_view(
        &error,
        Some(Callback::new(move |()| state.list.refresh())),
    ))
}

/// That some of the lists are missing, with the reason.
fn partial(state: BoardState) -> Option<AnyView> {
    let failures = state.list.known().failures;
    (!failures.is_empty()).then(|| chunk_view(partial::notice(state.list, failures), ().into_any()))
}
