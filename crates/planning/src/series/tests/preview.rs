//! What a change would make of each event.

use virtual_events::EventId;

use super::{cancelled, edit, members_of, three};
use crate::Reader;
use crate::draft::{EventDraft, Limits, ProblemKind};
use crate::jiff_rules::{JiffRules, utc};
use crate::role::WhyNot;
use crate::sample::berlin;
use crate::series::{Excluded, Outcome, Scope};
use crate::zones::IanaZone;

/// A change of the second event, and what it would make of all.
fn outcomes(
    events: &[virtual_events::MyEvent],
    change: impl FnOnce(&mut EventDraft, &JiffRules),
) -> Vec<Outcome> {
    let (rules, zone) = (JiffRules::new(), IanaZone::UTC);
    let members = members_of(events);
    let before = EventDraft::from_event(&members[1].mine.event, &rules);
    let mut after = before.clone();
    change(&mut after, &rules);
    let reader = Reader::new(utc("2027-03-20T12:00Z"), &zone, &rules);
    let anchor = EventId::from("e2");
    let change = edit(before, after);
    let found = change.preview(&members, &anchor, Scope::All, &reader, &Limits::default());
    found.into_iter().map(|one| one.outcome).collect()
}

#[test]
fn each_event_gets_just_what_changes_of_it() {
    let mut events = three();
    events[2].event.start = Some(berlin("2027-03-30T15:00:00"));
    events[2].event.end = Some(berlin("2027-03-30T16:00:00"));
    let found = outcomes(&events, |it, rules| {
        it.set_start("2027-03-23", "15:00", rules)
    });

    assert_eq!(found[0], Outcome::Excluded(Excluded::Begun));
    let Outcome::Changed {
        changes, warnings, ..
    } = &found[1]
    else {
        panic!("{found:?}");
    };
    assert_eq!(changes.start, Some(berlin("2027-03-23T15:00:00")));
    assert_eq!(changes.end, Some(berlin("2027-03-23T16:00:00")));
    assert_eq!((&changes.display_name, warnings.len()), (&None, 0));
    // somebody had moved it there before
    assert_eq!(found[2], Outcome::Unchanged);
}

#[test]
fn what_is_cancelled_is_named_and_left_alone() {
    let mut events = three();
    cancelled(&mut events[2]);
    let found = outcomes(&events, |it, _| it.title = "Town hall".into());
    let denied = Excluded::Denied(WhyNot::Cancelled);
    assert_eq!(found[2], Outcome::Excluded(denied));
}

#[test]
fn an_event_that_would_come_to_lie_in_the_past_is_blocked() {
    let found = outcomes(&three(), |it, rules| {
        it.set_start("2027-03-15", "10:00", rules)
    });
    let Outcome::Blocked { problems, .. } = &found[1] else {
        panic!("{found:?}");
    };
    assert_eq!(problems[0].kind, ProblemKind::StartInPast);
    assert!(
        matches!(&found[2], Outcome::Changed { .. }),
        "eight days earlier is still to come"
    );
}
