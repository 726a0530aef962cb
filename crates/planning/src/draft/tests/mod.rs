//! A draft from the empty form to the request, and back from an event.

mod addresses;
mod copy;
mod edit;
mod follow;
mod new;
mod people;
mod people_table;
mod reconcile;
mod texts;
mod times;
mod typed;
mod undo;
mod unfinished;
mod webinar;

use virtual_events::{EventKind, UtcInstant};

use super::{Checked, EventDraft, Limits, Problem, ProblemKind, Severity};
use crate::Reader;
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::IanaZone;

/// Thursday, 11 March 2027, 14:20 in Berlin.
fn now() -> UtcInstant {
    utc("2027-03-11T13:20:00Z")
}

/// The form as it opens, with a title.
fn titled() -> EventDraft {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    let draft = EventDraft::new(EventKind::Townhall, &Reader::new(now(), &berlin, &rules));
    EventDraft {
        title: "All hands".into(),
        ..draft
    }
}

/// A draft in Berlin from one wall time to another.
fn from_to(start: &str, end: &str) -> EventDraft {
    let apart = |text: &str| {
        let (date, time) = text.split_once('T').expect("date and time");
        (date.to_owned(), time.to_owned())
    };
    let ((start_date, start_time), (end_date, end_time)) = (apart(start), apart(end));
    EventDraft {
        start_date,
        start_time,
        end_date,
        end_time,
        ..titled()
    }
}

fn check(draft: &EventDraft) -> Checked {
    draft.check(now(), &JiffRules::new(), &Limits::default())
}

/// Field, severity and kind of all that a check finds.
fn problems(draft: &EventDraft) -> Vec<Problem> {
    let checked = check(draft);
    let blocked = checked
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Blocks);
    assert_eq!(
        checked.request.is_none(),
        blocked,
        "a request exactly when nothing blocks"
    );
    checked.problems
}

/// The one problem that is expected.
fn only(draft: &EventDraft) -> Problem {
    let mut found = problems(draft);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn kinds(draft: &EventDraft) -> Vec<ProblemKind> {
    problems(draft)
        .into_iter()
        .map(|problem| problem.kind)
        .collect()
}
