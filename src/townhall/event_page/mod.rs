//! The page of one event.

mod about;
mod cancel;
mod facts;
mod header;
mod links;
mod more;
mod people;
mod publish;
mod recent;
pub(super) mod rich;
mod series;
pub(super) mod state;
mod tabs;
mod twins;

use crate::browser::page::set_title;
use crate::chunk::chunk_view;
use crate::i18n::event as words;
use crate::live;
use crate::shell::problem::problem_view;
use crate::townhall::way_back::to_board;
use leptos::prelude::*;
use state::EventState;
use virtual_events::{EventId, EventKind};

/// Reads the event and shows it.
pub(super) fn page(kind: EventKind, id: EventId) -> AnyView {
    set_title(words::kind(kind));
    let state = EventState::open(kind, id);
    Effect::new(move |_| {
        if let Some(event) = state.event() {
            set_title(event.display_name.as_deref().unwrap_or(words::UNTITLED));
        }
    });
    let there = Memo::new(move |_| state.event().is_some());
    let problem = move || {
        let error = state.problem()?;
        let retry = Callback::new(move |()| state.refresh());
        let back = (!there.get()).then(to_board);
        let heading = (!there.get()).then(|| view! { <h1>{words::kind(kind)}</h1> });
        Some(view! { {heading}{problem_view(&error, Some(retry))}{back} })
    };
    view! {
        <article class="stack">
            {problem}
            {move || {
                if there.get() {
                    details(state)
                } else if state.problem().is_some() {
                    ().into_any()
                } else {
                    skeleton()
                }
            }}
        </article>
    }
    .into_any()
}

fn details(state: EventState) -> AnyView {
    view! {
        {header::header(state)}
        {move || publish::left_undone(state)}
        {twins::notice(state)}
        {tabs::tabs(state)}
        {tabs::content(state, overview)}
        {publish::dialog(state)}
        {cancel::dialog(state)}
    }
    .into_any()
}

fn overview(state: EventState) -> AnyView {
    view! {
        <div class="event-grid">
            <div class="stack">
                {links::card(state)}
                {about::section(state)}
                {facts::card(state)}
            </div>
            <div class="stack">{conflicts(state)}{people::card(state)}{recent::card(state)}</div>
        </div>
    }
    .into_any()
}

fn conflicts(state: EventState) -> AnyView {
    chunk_view(
        live::conflicts_of(state.workspace, state.id()),
        ().into_any(),
    )
}

fn skeleton() -> AnyView {
    view! {
        <div class="stack" aria-busy="true">
            <span class="skeleton" style="inline-size:60%;block-size:36px"></span>
            <span class="skeleton" style="inline-size:30%"></span>
            <span class="skeleton" style="block-size:180px"></span>
        </div>
    }
    .into_any()
}
