//! All events of one series, and what can be done with several of them at once.

mod act;
mod change;
mod edit;
mod fields;
mod leaving;
mod list;
mod outcome;
mod people;
mod presenting;
mod scope;
mod state;

use crate::browser::page::set_title;
use crate::i18n::{event as names, series as words};
use crate::routes::Page;
use crate::run;
use crate::shell::problem::problem_view;
use leptos::prelude::*;
use planning::series::SeriesId;
pub(crate) use state::Count;
use state::{SeriesState, Shown};

/// The page.
pub(super) fn page(id: SeriesId) -> AnyView {
    set_title(words::SERIES);
    let state = SeriesState::open(id);
    Effect::new(move |_| {
        if let Some(title) = state.title() {
            set_title(&title);
        }
    });
    let shape = Memo::new(move |_| state.shape());
    (move || match shape.get() {
        Shape::Loading => skeleton(),
        Shape::Failed => failed(state),
        Shape::Unknown => unknown(),
        Shape::There => view! { {head(state)}{body(state)} }.into_any(),
    })
    .into_any()
}

/// Which of the shapes the page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Loading,
    Failed,
    Unknown,
    There,
}

fn head(state: SeriesState) -> AnyView {
    let title = move || state.title().unwrap_or_else(|| names::UNTITLED.to_owned());
    let rule = move || state.rule().map(|rule| words::rule(&rule));
    let count = Memo::new(move |_| state.count());
    let left = move || words::members(state.kind(), count.get());
    view! {
        <header class="event-head">
            <div class="meta"><span>{words::SERIES}</span></div>
            <h1 dir="auto">{title}</h1>
            <div class="meta"><span>{rule}</span><strong>{left}</strong></div>
        </header>
    }
    .into_any()
}

fn body(state: SeriesState) -> AnyView {
    let shown = Memo::new(move |_| state.shown());
    let sending = Memo::new(move |_| run::is_shown());
    (move || match shown.get() {
        _ if sending.get() => run::progress(move || state.to_list()),
        Shown::List => untrack(|| list::list(state)),
        Shown::Edit(id) => untrack(|| edit::page(state, &id)),
        Shown::Act(deed, id) => untrack(|| act::page(state, deed, &id)),
    })
    .into_any()
}

fn failed(state: SeriesState) -> AnyView {
    let error = move || {
        let error = state.list.known().error?;
        let again = Callback::new(move |()| state.list.refresh());
        Some(problem_view(&error, Some(again)))
    };
    view! { <h1>{words::SERIES}</h1>{error} }.into_any()
}

fn unknown() -> AnyView {
    view! {
        <section class="card empty">
            <h1>{words::UNKNOWN}</h1>
            <p>{words::UNKNOWN_TEXT}</p>
            <a href=Page::Board.path() class="button primary">{crate::i18n::frame::TO_BOARD}</a>
        </section>
    }
    .into_any()
}

fn skeleton() -> AnyView {
    view! {
        <div class="stack" aria-busy="true">
            <span class="skeleton" style="inline-size:40%;block-size:36px"></span>
            <span class="skeleton" style="block-size:240px"></span>
        </div>
    }
    .into_any()
}
