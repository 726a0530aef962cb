//! Search, filters and the count.

use super::state::BoardState;
use super::{selection, views};
use crate::i18n::{board as words, event as names};
use crate::routes::Page;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::Phase;
use planning::board::Period;
use virtual_events::{EventKind, Role};

const PERIODS: [Period; 6] = [
    Period::Any,
    Period::Today,
    Period::Next7Days,
    Period::Next30Days,
    Period::Last30Days,
    Period::Past,
];

/// The id of the box to search in.
pub(crate) const SEARCH: &str = "search";

/// The line above the list.
pub(super) fn tools(state: BoardState) -> AnyView {
    view! {
        <div class="tools">
            <div class="search" role="search">
                {icon(Icon::Search)}
                <input
                    class="input"
                    type="search"
                    id=SEARCH
                    aria-label=words::SEARCH
                    placeholder=words::SEARCH
                    prop:value=move || state.query.read().words.clone()
                    on:input:target=move |ev| {
                        let typed = ev.target().value();
                        state.ask(|query| query.words = typed);
                    }
                />
            </div>
            <div class="tool-row">
            {role_picker(state)}
            {kind_picker(state)}
            {period_picker(state)}
            <button
                type="button"
                class="button"
                aria-busy=move || state.list.reading().then_some("true")
                on:click=move |_| state.list.refresh()
            >
                {words::REFRESH}
            </button>
            <a href=Page::Import.path() class="button">{words::IMPORT}</a>
            <button type="button" class="button" on:click=move |_| selection::export(state)>{words::EXPORT}</button>
            {views::button(state)}
            </div>
        </div>
        {views::views(state)}
        <div class="filters" role="group" aria-label=words::STATUS>
            {Phase::ALL.map(|phase| phase_chip(state, phase)).into_iter().collect_view()}
            {move || state.query.read().is_filtered().then(|| view! {
                <button type="button" class="button subtle" on:click=move |_| state.ask(|query| query.clear_filters())>
                    {icon(Icon::Dismiss)}{words::CLEAR}
                </button>
            })}
            <span class="quiet numbers" role="status">
                {move || state.counts().map(|counts| words::shown(counts.shown, counts.total))}
            </span>
        </div>
    }
    .into_any()
}

/// A filter for one phase; one that would show nothing isn't offered.
fn phase_chip(state: BoardState, phase: Phase) -> AnyView {
    let count = Memo::new(move |_| state.counts().map_or(0, |counts| counts.phase(phase)));
    let on = Memo::new(move |_| state.query.read().phases.contains(&phase));
    (move || {
        (count.get() > 0 || on.get()).then(|| {
            view! {
                <button
                    type="button"
                    class="chip"
                    aria-pressed=move || if on.get() { "true" } else { "false" }
                    on:click=move |_| state.ask(|query| query.toggle_phase(phase))
                >
                    {names::phase(phase)}" "<span class="numbers">{move || count.get()}</span>
                </button>
            }
        })
    })
    .into_any()
}

fn picker(
    label: &'static str,
    options: Vec<(String, &'static str)>,
    chosen: impl Fn() -> String + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let chosen = Memo::new(move |_| chosen());
    let options = options.into_iter().map(move |(key, text)| {
        let value = key.clone();
        view! { <option value=value selected=move || chosen.read() == key>{text}</option> }
    });
    view! {
        <select class="input pick" aria-label=label on:change:target=move |ev| choose(ev.target().value())>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

fn role_picker(state: BoardState) -> AnyView {
    let key = |role: Role| role.as_str().to_owned();
    let each = Role::ALL.map(|role| (key(role), names::role(Some(role))));
    let options = std::iter::once((String::new(), words::ANY_ROLE))
        .chain(each)
        .collect();
    let chosen = move || {
        state
            .query
            .read()
            .roles
            .first()
            .map(|role| key(*role))
            .unwrap_or_default()
    };
    picker(words::ROLE, options, chosen, move |value| {
        let role = Role::ALL.into_iter().find(|role| role.as_str() == value);
        state.ask(|query| query.roles = role.into_iter().collect());
    })
}

fn kind_picker(state: BoardState) -> AnyView {
    let key = |kind: EventKind| kind.path_word().to_owned();
    let each = EventKind::ALL.map(|kind| (key(kind), names::kind(kind)));
    let options = std::iter::once((String::new(), words::ANY_KIND))
        .chain(each)
        .collect();
    let chosen = move || {
        state
            .query
            .read()
            .kinds
            .first()
            .map(|kind| key(*kind))
            .unwrap_or_default()
    };
    picker(words::KIND, options, chosen, move |value| {
        let kind = EventKind::ALL
            .into_iter()
            .find(|kind| kind.path_word() == value);
        state.ask(|query| query.kinds = kind.into_iter().collect());
    })
}

fn period_picker(state: BoardState) -> AnyView {
    let options = PERIODS
        .map(|period| (period.key(), words::period(period)))
        .into_iter()
        .collect();
    let chosen = move || state.query.read().period.key();
    picker(words::WHEN, options, chosen, move |value| {
        let period = Period::from_key(&value).unwrap_or_default();
        state.ask(|query| query.period = period);
    })
}
