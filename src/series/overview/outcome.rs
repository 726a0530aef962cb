//! What would become of each town hall, in a line.

use super::list::{title, when};
use super::scope::stays;
use super::state::SeriesState;
use crate::event::when::range;
use crate::i18n::{form, series as words};
use leptos::prelude::*;
use planning::draft::EventDraft;
use planning::series::{ClockNote, Member, Outcome, Preview};

/// What is said of one town hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    when: String,
    title: String,
    /// What becomes of it.
    text: String,
    /// What to look at.
    notes: Vec<String>,
}

/// The list itself.
pub(super) fn list(lines: Vec<AnyView>) -> AnyView {
    view! { <ol class="days outcomes" aria-label=words::WHAT_BECOMES>{lines}</ol> }.into_any()
}

/// A line about a town hall.
pub(super) fn line(state: SeriesState, member: &Member, text: String, notes: Vec<String>) -> Line {
    Line {
        when: when(state, member).first,
        title: title(member),
        text,
        notes,
    }
}

/// One line: which town hall, what becomes of it, what to look at.
pub(super) fn item(line: &Line) -> AnyView {
    let Line {
        when,
        title,
        text,
        notes,
    } = line.clone();
    let notes = notes
        .into_iter()
        .map(|note| view! { <span class="line odd">{note}</span> });
    view! {
        <li>
            <span>{when}</span>" "<span class="quiet" dir="auto">{title}</span>
            <span class="line"><strong>{text}</strong></span>
            {notes.collect_view()}
        </li>
    }
    .into_any()
}

/// What a change makes of a town hall.
pub(super) fn told(state: SeriesState, one: &Preview<'_>) -> Line {
    let (text, notes) = sentences(state, one);
    line(state, one.member, text, notes)
}

fn sentences(state: SeriesState, one: &Preview<'_>) -> (String, Vec<String>) {
    match &one.outcome {
        Outcome::Excluded(why) => (stays(*why).to_owned(), Vec::new()),
        Outcome::Unchanged => (words::STAYS_SAME.to_owned(), Vec::new()),
        Outcome::Changed {
            draft,
            clock,
            changes,
            people,
            replaced,
            warnings,
        } => {
            let mut parts = Vec::new();
            if let Some(title) = &changes.display_name {
                parts.push(words::renamed(title));
            }
            if changes.start.is_some() || changes.end.is_some() {
                parts.push(words::moved(&times(state, draft)));
            }
            if changes.description.is_some() {
                parts.push(words::DESCRIBED.to_owned());
            }
            parts.extend(words::people(people));
            if parts.is_empty() {
                parts.push(words::CHANGED.to_owned());
            }
            let clock = match clock {
                ClockNote::Plain => None,
                ClockNote::Skipped => Some(words::MOVED_OVER_GAP.to_owned()),
                ClockNote::Twice => Some(words::MOVED_TO_TWICE.to_owned()),
            };
            let replaced = replaced
                .iter()
                .filter_map(words::replaced)
                .map(str::to_owned);
            let warnings = warnings.iter().map(form::problem);
            (
                parts.join("; "),
                clock.into_iter().chain(replaced).chain(warnings).collect(),
            )
        }
        Outcome::Blocked { problems, .. } => (
            words::CANT_BE.to_owned(),
            problems.iter().map(form::in_summary).collect(),
        ),
    }
}

/// The times of a draft on the reader's clock.
fn times(state: SeriesState, draft: &EventDraft) -> String {
    let rules = state.workspace.rules();
    let (start, end) = (draft.start(&*rules).instant(), draft.end(&*rules).instant());
    let zone = state.workspace.zone();
    start.map_or_else(String::new, |start| range(start, end, &zone))
}
