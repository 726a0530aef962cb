//! The events of the series, in order.

use super::state::SeriesState;
use crate::event::badge::phase_badge;
use crate::event::when::time_lines;
use crate::i18n::{event as names, series as words};
use crate::routes::Page;
use leptos::prelude::*;
use planning::role::{Permissions, strongest};
use planning::series::{Deed, Member};
use planning::zones::EventTime;

/// The list; each row leads to the town hall, and to what can be done from it on.
pub(super) fn list(state: SeriesState) -> AnyView {
    let rows = move || {
        let members = state.members.read();
        let members = members.iter().flatten();
        members.map(|member| row(state, member)).collect_view()
    };
    view! {
        <table class="events of-series">
            <caption class="visually-hidden">{move || words::caption(state.kind())}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || names::kind(state.kind())}</th>
                    <th scope="col">{words::WHEN}</th>
                    <th scope="col">{words::STATUS}</th>
                    <th scope="col"><span class="visually-hidden">{words::ACTIONS}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// When a town hall is, on the reader's clock and on its own.
pub(super) fn when(state: SeriesState, member: &Member) -> crate::event::when::TimeLines {
    let (rules, zone) = (state.workspace.rules(), state.workspace.zone());
    let event = &member.mine.event;
    let resolve = |time: &Option<_>| time.as_ref().map(|it| EventTime::resolve(it, &*rules));
    let (start, end) = (resolve(&event.start), resolve(&event.end));
    time_lines(start.as_ref(), end.as_ref(), &zone, &*rules)
}

/// A town hall's title, or a word for one that has none.
pub(super) fn title(member: &Member) -> String {
    names::title(
        member
            .mine
            .event
            .display_name
            .as_deref()
            .unwrap_or_default(),
    )
}

/// Title and time: the titles of a series are all alike.
pub(super) fn label(state: SeriesState, member: &Member) -> String {
    [&title(member), ", ", &when(state, member).first].concat()
}

fn row(state: SeriesState, member: &Member) -> AnyView {
    let (event, id) = (&member.mine.event, member.id().clone());
    let lines = when(state, member);
    let shown = lines.first.clone();
    let place = words::place(member.tie.number, member.tie.of);
    let one = member.clone();
    let phase = Memo::new(move |_| state.phase(&one));
    let role = strongest(&member.mine.roles);
    let may = untrack(|| Permissions::of(role, event.status.as_ref(), member.end, state.now()));
    let link = |deed: Deed, word: &'static str| {
        let label = words::on_day(word, &shown);
        view! { <a href=state.address(deed, &id) class="button subtle" aria-label=label>{word}</a> }
    };
    let edit = may.edit.is_allowed().then(|| link(Deed::Edit, words::EDIT));
    let publish = may
        .publish
        .is_allowed()
        .then(|| link(Deed::Publish, words::PUBLISH));
    let cancel = may
        .cancel
        .is_allowed()
        .then(|| link(Deed::Cancel, words::CANCEL));
    view! {
        <tr>
            <th scope="row">
                <a href=Page::Event(event.kind, id.clone()).path()><span dir="auto">{title(member)}</span></a>
                <span class="second quiet small">{place}</span>
            </th>
            <td class="cell-when">{lines.first}{lines.second.map(|second| view! { <span class="second">{second}</span> })}</td>
            <td class="cell-status">{move || phase_badge(phase.get())}</td>
            <td><div class="row">{edit}{publish}{cancel}</div></td>
        </tr>
    }
    .into_any()
}
