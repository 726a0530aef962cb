//! One row of the preview.

use super::state::ImportState;
use crate::event::when::range;
use crate::i18n::{event as names, import as words};
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::draft::Severity;
use planning::import::{Planned, RowProblem, RowState, Table};
use virtual_events::EventKind;

pub(super) fn row(
    state: ImportState,
    table: &Table,
    planned: &Planned,
    row_state: RowState,
    known: Vec<RowProblem>,
) -> AnyView {
    let rules = state.workspace.rules();
    let zone = planned.draft.iana_zone();
    let when = planned.start.map(|start| {
        let end = planned.draft.end(&*rules).instant();
        [range(start, end, &zone).as_str(), " ", &zone.city()].concat()
    });
    let people = words::people(
        planned.addresses.len() - planned.presenters.len().min(planned.addresses.len()),
        planned.presenters.len(),
    );
    // what only the look over all rows finds is among what it kept
    let more = known
        .into_iter()
        .filter(|it| !planned.problems.contains(it));
    let problems: Vec<RowProblem> = planned.problems.iter().cloned().chain(more).collect();
    let problems = problems.iter().map(|it| problem(table, it)).collect_view();
    let webinar = (planned.draft.kind == EventKind::Webinar)
        .then(|| view! { <span class="quiet small">" "{names::kind(EventKind::Webinar)}</span> });
    view! {
        <tr class:blocked=row_state == RowState::Blocked>
            <td class="numbers">{planned.line.to_string()}</td>
            <th scope="row"><span dir="auto">{names::title(&planned.draft.title)}</span>{webinar}</th>
            <td>{when}</td>
            <td>{people}</td>
            <td>{badge(row_state)}<ul class="problems">{problems}</ul></td>
        </tr>
    }
    .into_any()
}

fn badge(state: RowState) -> AnyView {
    let (class, picture) = match state {
        RowState::Ready => ("badge upcoming", Icon::Check),
        RowState::Warned => ("badge upcoming", Icon::Warning),
        RowState::Blocked => ("badge cancelled", Icon::Cancelled),
        RowState::Repeated => ("badge draft", Icon::Copy),
    };
    view! { <span class=class>{icon(picture)}{words::row_state(state)}</span> }.into_any()
}

fn problem(table: &Table, problem: &RowProblem) -> AnyView {
    let column = problem.column.map(|at| {
        let header = table
            .headers
            .get(at)
            .map(String::as_str)
            .unwrap_or_default();
        [words::column_label(header, at).as_str(), ": "].concat()
    });
    let class = match problem.severity {
        Severity::Blocks => "blocks",
        Severity::Warns => "quiet",
    };
    view! { <li class=class><strong dir="auto">{column}</strong>{words::problem(&problem.kind)}</li> }
        .into_any()
}
