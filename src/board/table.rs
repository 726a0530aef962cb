//! The list: a table on wide screens, cards on narrow ones.

use super::state::{BoardState, PAGE};
use super::{quick, selection};
use crate::event::badge::phase_badge;
use crate::event::when::time_lines;
use crate::i18n::{board as words, event as names};
use crate::routes::Page;
use leptos::prelude::*;
use planning::Phase;
use planning::board::{BoardRow, Column, Direction, Registration};

const COLUMNS: [(Column, &str); 7] = [
    (Column::Title, words::EVENT),
    (Column::When, words::WHEN),
    (Column::Status, words::STATUS),
    (Column::Role, words::ROLE),
    (Column::Audience, words::AUDIENCE),
    (Column::Registration, words::REGISTRATION),
    (Column::People, words::PEOPLE),
];

/// The rows, or a word that none match.
pub(super) fn table(state: BoardState) -> AnyView {
    let none = Memo::new(move |_| state.counts().is_some_and(|counts| counts.shown == 0));
    let more = Memo::new(move |_| {
        state
            .counts()
            .is_some_and(|it| it.shown > state.limit.get())
    });
    (move || {
        if none.get() {
            return none_match(state);
        }
        view! {
            <table class="events" data-hidden=state.hidden on:click=move |ev| quick::clicked(state, &ev)>
                <caption class="visually-hidden">{words::CAPTION}</caption>
                <thead><tr>{selection::all_box(state)}{COLUMNS.map(|(column, label)| head(state, column, label)).into_iter().collect_view()}{quick::head()}</tr></thead>
                <tbody>{move || body(state)}</tbody>
            </table>
            {move || more.get().then(|| view! {
                <p class="row"><button type="button" class="button" on:click=move |_| state.limit.update(|limit| *limit += PAGE)>{words::SHOW_MORE}</button></p>
            })}
        }
        .into_any()
    })
    .into_any()
}

fn none_match(state: BoardState) -> AnyView {
    view! {
        <section class="card empty">
            <h2>{words::NONE_MATCH}</h2>
            <p>{words::NONE_MATCH_TEXT}</p>
            <button type="button" class="button" on:click=move |_| state.ask(|query| query.clear_filters())>{words::CLEAR}</button>
        </section>
    }
    .into_any()
}

fn head(state: BoardState, column: Column, label: &'static str) -> AnyView {
    let sorted = Memo::new(move |_| {
        let sort = state.query.read().sort;
        (sort.column == column).then_some(sort.direction)
    });
    let aria = move || match sorted.get() {
        Some(Direction::Ascending) => Some("ascending"),
        Some(Direction::Descending) => Some("descending"),
        None => None,
    };
    let arrow = move || match sorted.get() {
        Some(Direction::Ascending) => "↑",
        Some(Direction::Descending) => "↓",
        None => "",
    };
    view! {
        <th scope="col" aria-sort=aria class=["cell-", column.key()].concat()>
            <button type="button" on:click=move |_| state.ask(|query| query.sort = query.sort.clicked(column))>
                {label}<span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
    .into_any()
}

fn body(state: BoardState) -> AnyView {
    let rows = state.shown().unwrap_or_default();
    rows.iter()
        .map(|(shown, phase)| row(state, shown, *phase))
        .collect_view()
        .into_any()
}

fn row(state: BoardState, row: &BoardRow, phase: Phase) -> AnyView {
    let title = names::title(&row.title);
    let page = Page::Event(row.kind, row.id.clone());
    let zone = state.workspace.zone();
    let lines = time_lines(
        row.start.as_ref(),
        row.end.as_ref(),
        &zone,
        &*state.workspace.rules(),
    );
    let title_class = if phase == Phase::Cancelled {
        "title struck"
    } else {
        "title"
    };
    let registration = match row.registration {
        Registration::Required => words::REQUIRED,
        Registration::NotRequired | Registration::Unknown => "",
    };
    view! {
        <tr>
            {selection::row_box(state, &row.id, &title)}
            <th scope="row">
                <a href=page.path() class=title_class><span dir="auto">{title.clone()}</span></a>
            </th>
            <td class="cell-when">{lines.first}{lines.second.map(|second| view! { <span class="second">{second}</span> })}</td>
            <td class="cell-status">{phase_badge(phase)}</td>
            <td class="cell-role">{names::role(row.role)}<span class="second">{names::kind(row.kind)}</span></td>
            <td class="cell-audience">{names::audience(row.audience.as_ref())}</td>
            <td class="cell-registration">{registration}</td>
            <td class="cell-people">{words::people(row.people.co_organizers, row.people.invited)}</td>
            {quick::cell(row, phase, &title)}
        </tr>
    }
    .into_any()
}

/// Rows in the right shape while the first read is under way.
pub(super) fn skeleton() -> AnyView {
    let row = |_| {
        view! {
            <tr>
                <th scope="row"><span class="skeleton"></span></th>
                <td><span class="skeleton"></span></td>
                <td><span class="skeleton"></span></td>
            </tr>
        }
    };
    view! {
        <p class="visually-hidden" role="status">{words::LOADING}</p>
        <table class="events" aria-hidden="true"><tbody>{(0..6).map(row).collect_view()}</tbody></table>
    }
    .into_any()
}
