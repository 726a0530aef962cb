//! A series made of a draft.

use virtual_events::{DateTimeTimeZone, EventKind, WindowsZone};

use super::id;
use crate::Reader;
use crate::draft::{EventDraft, Limits, ProblemKind};
use crate::jiff_rules::{JiffRules, utc, wall};
use crate::sample::berlin;
use crate::series::{PlannedEvent, Series};
use crate::zones::IanaZone;

/// The town halls of a draft in Berlin that begins on 14 March 2027, seen on the first of March.
fn plan(time: &str, rule: &str, exceptions: &[&str]) -> Vec<PlannedEvent> {
    let (rules, zone) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    let reader = Reader::new(utc("2027-03-01T12:00Z"), &zone, &rules);
    let mut draft = EventDraft::new(EventKind::Townhall, &reader);
    draft.title = "All hands".into();
    draft.set_start("2027-03-14", time, &rules);
    let rule = rule.parse().expect("a rule");
    let series = Series::of_draft(&draft, rule, &rules).expect("its times can be read");
    let series = series.without(exceptions.iter().map(|it| wall(it)).collect());
    let expansion = series.expand(&rules).expect("some days");
    series.plan(&draft, &expansion, &id(), &reader, &Limits::default())
}

fn start(event: &PlannedEvent) -> Option<DateTimeTimeZone> {
    event.checked.request.as_ref()?.start.clone()
}

#[test]
fn each_town_hall_is_the_draft_at_its_time_and_numbered_among_those_made() {
    let planned = plan("10:00", "FREQ=WEEKLY;COUNT=4", &["2027-03-21T10:00"]);

    let starts: Vec<_> = planned.iter().map(start).collect();
    assert_eq!(
        starts,
        [
            Some(berlin("2027-03-14T10:00:00")),
            Some(berlin("2027-03-28T10:00:00")),
            Some(berlin("2027-04-04T10:00:00"))
        ]
    );
    let places: Vec<_> = planned
        .iter()
        .map(|it| (it.tie.number, it.tie.of))
        .collect();
    assert_eq!(places, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(planned[1].tie.original, Some(wall("2027-03-28T10:00")));
    assert_eq!(planned[1].tie.first, Some(wall("2027-03-14T10:00")));
}

#[test]
fn over_a_gap_the_time_that_there_is_is_sent() {
    let planned = plan("02:30", "FREQ=WEEKLY;COUNT=3", &[]);
    assert_eq!(start(&planned[2]), Some(berlin("2027-03-28T03:30:00")));
}

/// The wall time alone would leave open which of the two it is.
#[test]
fn a_time_that_comes_twice_is_sent_as_an_instant() {
    let planned = plan("02:30", "FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20271101", &[]);
    let last = planned.last().expect("31 October");
    let utc = DateTimeTimeZone::new(wall("2027-10-31T00:30"), WindowsZone::utc());
    assert_eq!(start(last), Some(utc));
}

#[test]
fn what_blocks_one_is_told_of_that_one() {
    let (rules, zone) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    let reader = Reader::new(utc("2027-03-20T12:00Z"), &zone, &rules);
    let mut draft = EventDraft::new(EventKind::Townhall, &reader);
    draft.title = "All hands".into();
    draft.set_start("2027-03-14", "10:00", &rules);
    let rule = "FREQ=WEEKLY;COUNT=2".parse().expect("a rule");
    let series = Series::of_draft(&draft, rule, &rules).expect("its times can be read");
    let expansion = series.expand(&rules).expect("two days");
    let planned = series.plan(&draft, &expansion, &id(), &reader, &Limits::default());
    assert_eq!(
        planned[0].checked.problems[0].kind,
        ProblemKind::StartInPast
    );
    assert_eq!(planned[0].checked.request, None);
    assert!(planned[1].checked.request.is_some());
}

#[test]
fn a_draft_without_times_makes_no_series() {
    let rule = || "FREQ=WEEKLY;COUNT=2".parse().expect("a rule");
    let empty = EventDraft::default();
    assert_eq!(Series::of_draft(&empty, rule(), &JiffRules::new()), None);
}
