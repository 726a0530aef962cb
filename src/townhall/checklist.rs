//! The look over an event in the question before it is published.

use crate::i18n::checklist as words;
use crate::shell::Workspace;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::Reader;
use planning::checklist::{Around, Finding, Point};
use planning::draft::{EventDraft, Limits, Severity};
use virtual_events::UtcInstant;

/// Every point with a mark, and under it what there is to know.
pub(super) fn list(draft: &EventDraft, around: Around, now: UtcInstant) -> AnyView {
    let workspace = Workspace::expect();
    let (zone, rules) = (workspace.zone(), workspace.rules());
    let reader = Reader::new(now, &zone, &*rules);
    let findings = draft.look_over(around, &reader, &Limits::default());
    let rows = Point::of_kind(draft.kind).map(|point| {
        let of_point: Vec<&Finding> = findings.iter().filter(|it| it.point == point).collect();
        row(point, &of_point, known(point, around))
    });
    view! {
        <section class="stack-tight" aria-labelledby="checklist">
            <h3 id="checklist">{words::TITLE}</h3>
            <ul class="checklist">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What can be said of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Yes,
    NotYet,
}

const fn known(point: Point, around: Around) -> Known {
    match (point, around.presenters) {
        (Point::Presenters, None) => Known::NotYet,
        _ => Known::Yes,
    }
}

fn row(point: Point, findings: &[&Finding], known: Known) -> AnyView {
    let worst = findings
        .iter()
        .map(|it| it.severity)
        .max_by_key(|it| match it {
            Severity::Blocks => 1,
            Severity::Warns => 0,
        });
    let (class, picture, mark) = match (worst, known) {
        (Some(Severity::Blocks), _) => ("problem", Icon::Cancelled, words::BLOCKS),
        (Some(Severity::Warns), _) => ("problem warns", Icon::Warning, words::WARNS),
        (None, Known::NotYet) => ("quiet", Icon::Info, words::UNKNOWN),
        (None, Known::Yes) => ("good", Icon::Check, words::GOOD),
    };
    let said = findings
        .iter()
        .map(|it| view! { <span class="said">{words::concern(&it.concern)}</span> });
    view! {
        <li class=class>
            {icon(picture)}
            <span><strong>{words::point(point)}</strong><span class="visually-hidden">": "{mark}</span>{said.collect_view()}</span>
        </li>
    }
    .into_any()
}
