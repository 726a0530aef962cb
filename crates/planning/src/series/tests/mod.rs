//! Rules, the days they name, and what the clocks make of them.

mod against_jiff;
mod against_rrule;
mod builder;
mod carry;
mod clocks;
mod days;
mod lines;
mod people;
mod plan;
mod preview;
mod scope;
mod text;
mod tie;

use virtual_events::{EventStatus, ExternalEventInformation, MyEvent, VirtualEvent};

use super::{Expansion, Member, Rule, RuleError, Series, SeriesEdit, SeriesId, SeriesTie, members};
use crate::draft::EventDraft;
use crate::jiff_rules::{JiffRules, wall};
use crate::sample::{berlin, mine, townhall, with_status};
use crate::zones::IanaZone;

/// A series of an hour each from `first` in Berlin.
fn series(first: &str, rule: &str) -> Series {
    Series {
        rule: rule.parse().unwrap_or_else(|why| panic!("{rule}: {why:?}")),
        first: wall(first),
        minutes: 60,
        zone: IanaZone::new("Europe/Berlin"),
        exceptions: Vec::new(),
    }
}

fn expand(first: &str, rule: &str) -> Expansion {
    let found = series(first, rule).expand(&JiffRules::new());
    found.unwrap_or_else(|why| panic!("{rule}: {why:?}"))
}

/// The days of a series that starts at ten, as `2027-03-30`.
fn days(first: &str, rule: &str) -> Vec<String> {
    let found = expand(&[first, "T10:00"].concat(), rule);
    let starts = found.occurrences.iter().map(|one| one.original.to_string());
    starts.map(|text| text[..10].to_owned()).collect()
}

fn refused(rule: &str) -> RuleError {
    let read: Result<Rule, RuleError> = rule.parse();
    read.expect_err(rule)
}

fn id() -> SeriesId {
    SeriesId::parse("abcd2345wxyz").expect("an id")
}

fn tie(number: u16) -> SeriesTie {
    SeriesTie {
        series: id(),
        number,
        of: 3,
        original: None,
        first: None,
        zone: None,
        rule: None,
    }
}

/// The event, tied to the series.
fn tied(mut event: VirtualEvent, tie: &SeriesTie) -> VirtualEvent {
    event.external_event_information = vec![ExternalEventInformation {
        application_id: Some("this app".into()),
        external_event_id: Some(tie.to_text()),
    }];
    event
}

/// Three Tuesdays from ten to eleven in Berlin; summer time begins between the second and third.
fn three() -> Vec<MyEvent> {
    let days = ["2027-03-16", "2027-03-23", "2027-03-30"];
    let events = (1u16..).zip(days).map(|(number, day)| {
        let name = ["e", &number.to_string()].concat();
        let mut event = tied(townhall(&name, "All hands"), &tie(number));
        event.start = Some(berlin(&[day, "T10:00:00"].concat()));
        event.end = Some(berlin(&[day, "T11:00:00"].concat()));
        mine(event)
    });
    events.collect()
}

fn members_of(events: &[MyEvent]) -> Vec<Member> {
    members(events, &id(), &JiffRules::new())
}

fn cancelled(mine: &mut MyEvent) {
    mine.event = with_status(mine.event.clone(), EventStatus::Canceled);
}

/// A change while nobody knows who presents.
fn edit(before: EventDraft, after: EventDraft) -> SeriesEdit {
    SeriesEdit {
        before,
        after,
        presenting: std::collections::BTreeMap::new(),
    }
}
