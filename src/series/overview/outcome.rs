//! What would become of each town hall, in a line.

use super::list::{title, when};
use super::scope::stays;
use super::state::SeriesState;
use crate::event::when::range;
use crate::i18n::{form, series as words};
use leptos::prelude::*;
use planning::draft::TownhallDraft;
use planning::series::{ClockNote, Member, Outcome, Preview};

/// The lines of a change.
pub(super) fn lines(state: SeriesState, previews: &[Preview<'_>]) -> AnyView {
    let line = |one: &Preview<'_>| {
        let (text, notes) = told(state, one);
        item(state, one.member, text, notes)
    };
    let lines: Vec<_> = previews.iter().map(line).collect();
    list(lines)
}

/// The list itself.
pub(super) fn list(lines: Vec<AnyView>) -> AnyView {
    view! { <ol class="days outcomes" aria-label=words::WHAT_BECOMES>{lines}</ol> }.into_any()
}

/// One line: which town hall, what becomes of it, what to look at.
pub(super) fn item(
    state: SeriesState,
    member: &Member,
    text: String,
    notes: Vec<String>,
) -> AnyView {
    let notes = notes
        .into_iter()
        .map(|note| view! { <span class="line odd">{note}</span> });
    view! {
        <li>
            <span>{when(state, member).first}</span>" "<span class="quiet" dir="auto">{title(member)}</span>
            <span class="line"><strong>{text}</strong></span>
            {notes.collect_view()}
        </li>
    }
    .into_any()
}

fn told(state: SeriesState, one: &Preview<'_>) -> (String, Vec<String>) {
    match &one.outcome {
        Outcome::Excluded(why) => (stays(*why).to_owned(), Vec::new()),
        Outcome::Unchanged => (words::STAYS_SAME.to_owned(), Vec::new()),
        Outcome::Changed {
            draft,
            clock,
            changes,
            warnings,
        } => {
            let mut parts = Vec::new();
            if let Some(title) = &changes.display_name {
                parts.push(words::renamed(title));
            }
            if changes.start.is_some() || changes.end.is_some() {
                parts.push(words::moved(&times(state, draft)));
            }
            if parts.is_empty() {
                parts.push(words::CHANGED.to_owned());
            }
            let clock = match clock {
                ClockNote::Plain => None,
                ClockNote::Skipped => Some(words::MOVED_OVER_GAP.to_owned()),
                ClockNote::Twice => Some(words::MOVED_TO_TWICE.to_owned()),
            };
            let warnings = warnings.iter().map(form::problem);
            (
                parts.join("; "),
                clock.into_iter().chain(warnings).collect(),
            )
        }
        Outcome::Blocked { problems, .. } => (
            words::CANT_BE.to_owned(),
            problems.iter().map(form::in_summary).collect(),
        ),
    }
}

/// The times of a draft on the reader's clock.
fn times(state: SeriesState, draft: &TownhallDraft) -> String {
    let rules = state.workspace.rules();
    let (start, end) = (draft.start(&*rules).instant(), draft.end(&*rules).instant());
    let zone = state.workspace.zone();
    start.map_or_else(String::new, |start| range(start, end, &zone))
}
