//! The three groups, and a session on its way through them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use virtual_events::{EventId, EventStatus};

use super::row;
use crate::Reader;
use crate::board::BoardRow;
use crate::clock::{MINUTE, from_millis, millis};
use crate::jiff_rules::{JiffRules, utc};
use crate::live::{Agenda, Seen, Slot, Standing};
use crate::sample::{at, mine, townhall, with_status};
use crate::when::Span;
use crate::zones::IanaZone;

/// A working day seen from Berlin: morning, noon, afternoon, tomorrow, next week.
fn day() -> Vec<BoardRow> {
    let draft = at(
        townhall("draft", "x"),
        "2027-06-01T10:00",
        "2027-06-01T11:00",
    );
    vec![
        row("next-week", "2027-06-08T08:00", "2027-06-08T09:00"),
        row("afternoon", "2027-06-01T13:00", "2027-06-01T14:00"),
        row("noon", "2027-06-01T10:00", "2027-06-01T11:00"),
        row("morning", "2027-06-01T06:00", "2027-06-01T07:00"),
        row("early", "2027-06-01T05:00", "2027-06-01T05:30"),
        row("yesterday", "2027-05-31T20:00", "2027-05-31T21:00"),
        row("over-midnight", "2027-05-31T21:30", "2027-05-31T22:30"),
        row("tomorrow", "2027-06-02T08:00", "2027-06-02T09:00"),
        BoardRow::of(
            &mine(with_status(draft, EventStatus::Draft)),
            &JiffRules::new(),
        ),
    ]
}

fn agenda(rows: &[BoardRow], now: &str) -> Agenda {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    Agenda::of(rows, &nothing(), &Reader::new(utc(now), &berlin, &rules))
}

fn nothing() -> BTreeMap<EventId, Seen> {
    BTreeMap::new()
}

fn ids(rows: &[BoardRow], slots: &[Slot]) -> Vec<String> {
    slots
        .iter()
        .map(|slot| rows[slot.row].id.as_str().to_owned())
        .collect()
}

#[test]
fn a_day_falls_into_now_next_and_earlier() {
    let rows = day();
    let at_noon = agenda(&rows, "2027-06-01T10:30:00Z");

    assert_eq!(ids(&rows, &at_noon.on_now), ["noon"]);
    assert_eq!(
        ids(&rows, &at_noon.next),
        ["afternoon", "tomorrow", "next-week"]
    );
    // the one that ended half an hour past the reader's midnight is of today
    assert_eq!(
        ids(&rows, &at_noon.earlier),
        ["morning", "early", "over-midnight"]
    );
    assert_eq!(at_noon.next_change, utc("2027-06-01T11:00:00Z"));
}

#[test]
fn an_event_is_on_from_its_first_to_before_its_last_instant() {
    let rows = day();
    assert_eq!(
        ids(&rows, &agenda(&rows, "2027-06-01T09:59:59.999Z").on_now),
        [""; 0]
    );
    assert_eq!(
        ids(&rows, &agenda(&rows, "2027-06-01T10:00:00Z").on_now),
        ["noon"]
    );
    assert_eq!(
        ids(&rows, &agenda(&rows, "2027-06-01T10:59:59.999Z").on_now),
        ["noon"]
    );
    let after = agenda(&rows, "2027-06-01T11:00:00Z");
    assert_eq!(ids(&rows, &after.on_now), [""; 0]);
    assert_eq!(
        ids(&rows, &after.earlier).first().map(String::as_str),
        Some("noon")
    );
}

#[test]
fn when_all_is_quiet_the_next_change_is_midnight_where_the_reader_is() {
    let rows = day();
    assert_eq!(
        agenda(&rows, "2027-06-01T20:00:00Z").next_change,
        utc("2027-06-01T22:00:00Z")
    );
    assert!(agenda(&[], "2027-06-01T20:00:00Z").is_empty());
}

#[test]
fn many_on_one_day_are_all_next() {
    let rows: Vec<BoardRow> = (10..18)
        .map(|h| {
            row(
                "x",
                &format!("2027-06-02T{h}:00"),
                &format!("2027-06-02T{h}:30"),
            )
        })
        .collect();
    assert_eq!(agenda(&rows, "2027-06-01T06:00:00Z").next.len(), 8);
}

#[test]
fn the_clock_counts_down_then_up_then_away() {
    let rows = day();
    let noon = Slot::of(2, &rows[2]).unwrap();

    let before = noon.standing(utc("2027-06-01T09:35:00Z"));
    assert_eq!(
        before,
        Standing::Next {
            countdown: Span::of_minutes(25)
        }
    );

    let during = noon.standing(utc("2027-06-01T10:15:00Z"));
    let (elapsed, remaining) = (Span::of_minutes(15), Span::of_minutes(45));
    assert_eq!(
        during,
        Standing::OnNow {
            elapsed,
            remaining,
            progress: 0.25
        }
    );

    // half a second before the end a second remains, and nothing is over that isn't
    let Standing::OnNow {
        elapsed, remaining, ..
    } = noon.standing(utc("2027-06-01T10:59:59.500Z"))
    else {
        panic!("it is on until eleven");
    };
    assert_eq!((elapsed.as_seconds(), remaining.as_seconds()), (3_599, 1));

    let after = noon.standing(utc("2027-06-01T13:00:00Z"));
    assert_eq!(
        after,
        Standing::Earlier {
            ago: Span::of_minutes(120)
        }
    );
}

proptest! {
    #[test]
    fn nothing_changes_before_the_next_change(minutes in 0_i64..2880, part in 0.0_f64..1.0) {
        let rows = day();
        let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
        let now = from_millis(millis(utc("2027-05-31T12:00:00Z")) + minutes * MINUTE);
        let first = Agenda::of(&rows, &nothing(), &Reader::new(now, &berlin, &rules));
        let left = millis(first.next_change) - millis(now);
        prop_assert!(left > 0);
        let within = from_millis(millis(now) + (left as f64 * part) as i64);
        let later = Agenda::of(&rows, &nothing(), &Reader::new(within, &berlin, &rules));
        prop_assert_eq!(first, later);
    }
}
