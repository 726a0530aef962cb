//! Events in their days, on clocks that change.

use proptest::prelude::*;
use time::{Date, Weekday};

use super::{CalendarView, Part, Walk, day_of, day_text, days, month, walked, week, week_of};
use crate::Reader;
use crate::board::BoardRow;
use crate::clock::{HOUR, from_millis, millis};
use crate::jiff_rules::{JiffRules, utc};
use crate::sample::{at, mine, townhall};
use crate::zones::IanaZone;

fn day(text: &str) -> Date {
    day_of(text).expect("a day")
}

/// An event in UTC.
fn row(title: &str, start: &str, end: &str) -> BoardRow {
    let event = at(townhall(title, title), start, end);
    BoardRow::of(&mine(event), &JiffRules::new())
}

fn with_reader<T>(zone: &str, use_it: impl FnOnce(&Reader<'_>) -> T) -> T {
    let (rules, zone) = (JiffRules::new(), IanaZone::new(zone.to_owned()));
    use_it(&Reader::new(utc("2027-03-20T12:00Z"), &zone, &rules))
}

/// Titles of each day's events, with how much of them lies there.
fn shown(rows: &[BoardRow], zone: &str, first: &str, last: &str) -> Vec<Vec<(String, Part)>> {
    with_reader(zone, |reader| {
        let days = days(rows, day(first), day(last), reader);
        let entries = days.iter().map(|day| {
            let titles = day.entries.iter();
            titles
                .map(|it| (rows[it.row].title.clone(), it.part))
                .collect()
        });
        entries.collect()
    })
}

fn one(title: &str, part: Part) -> Vec<(String, Part)> {
    vec![(title.to_owned(), part)]
}

#[test]
fn an_event_lies_on_the_readers_days() {
    let late = [row("late", "2027-03-10T20:00:00", "2027-03-10T21:00:00")];
    let berlin = shown(&late, "Europe/Berlin", "2027-03-10", "2027-03-11");
    assert_eq!(berlin, [one("late", Part::Whole), Vec::new()]);
    let tokyo = shown(&late, "Asia/Tokyo", "2027-03-10", "2027-03-11");
    assert_eq!(tokyo, [Vec::new(), one("late", Part::Whole)]);
}

#[test]
fn a_long_event_lies_on_each_of_its_days() {
    let long = [row("long", "2027-03-10T20:00:00", "2027-03-12T01:00:00")];
    assert_eq!(
        shown(&long, "Etc/UTC", "2027-03-09", "2027-03-13"),
        [
            Vec::new(),
            one("long", Part::First),
            one("long", Part::Middle),
            one("long", Part::Last),
            Vec::new()
        ]
    );
}

#[test]
fn an_end_at_midnight_isnt_on_the_next_day() {
    let night = [row("night", "2027-03-10T22:00:00", "2027-03-11T00:00:00")];
    assert_eq!(
        shown(&night, "Etc/UTC", "2027-03-10", "2027-03-11"),
        [one("night", Part::Whole), Vec::new()]
    );
}

#[test]
fn odd_times_hide_nothing_and_break_nothing() {
    let mut timeless = row("timeless", "2027-03-10T10:00:00", "2027-03-10T11:00:00");
    (timeless.start, timeless.end) = (None, None);
    let backwards = row("backwards", "2027-03-10T10:00:00", "2027-03-09T10:00:00");
    let mut endless = row("endless", "2027-03-10T09:00:00", "2027-03-10T10:00:00");
    endless.end = None;
    let found = shown(
        &[timeless, backwards, endless],
        "Etc/UTC",
        "2027-03-09",
        "2027-03-10",
    );
    let both = vec![
        ("endless".to_owned(), Part::Whole),
        ("backwards".to_owned(), Part::Whole),
    ];
    assert_eq!(found, [Vec::new(), both]);
}

#[test]
fn a_month_is_filled_to_whole_weeks() {
    with_reader("Europe/Berlin", |reader| {
        let march = month(&[], day("2027-03-30"), Weekday::Monday, reader);
        assert_eq!(march.first, day("2027-03-01"));
        assert_eq!(march.weeks.len(), 5);
        assert_eq!(march.weeks[0][0].date, day("2027-03-01"));
        assert_eq!(march.weeks[4][6].date, day("2027-04-04"));
        let from_sunday = month(&[], day("2027-03-30"), Weekday::Sunday, reader);
        assert_eq!(from_sunday.weeks[0][0].date, day("2027-02-28"));
    });
}

/// Hours on the clock of one day in Berlin.
fn hours(date: &str) -> Vec<u8> {
    with_reader("Europe/Berlin", |reader| {
        let week = week(&[], day(date), Weekday::Monday, reader);
        let one = week
            .iter()
            .find(|it| it.date == day(date))
            .expect("the day");
        one.hours
            .iter()
            .map(|it| it.wall.date_time().hour())
            .collect()
    })
}

#[test]
fn a_day_has_as_many_hours_as_the_clocks_give_it() {
    assert_eq!(hours("2027-03-27").len(), 24);
    let spring = hours("2027-03-28");
    assert_eq!((spring.len(), &spring[..4]), (23, &[0, 1, 3, 4][..]));
    let autumn = hours("2027-10-31");
    assert_eq!((autumn.len(), &autumn[..5]), (25, &[0, 1, 2, 2, 3][..]));
}

#[test]
fn an_event_stands_where_its_real_hours_are() {
    let rows = [row("morning", "2027-03-28T07:00:00", "2027-03-28T08:00:00")];
    with_reader("Europe/Berlin", |reader| {
        let week = week(&rows, day("2027-03-28"), Weekday::Monday, reader);
        let block = week[6].blocks[0];
        // nine o'clock is the eighth hour of that day
        assert!((block.top - 8.0 / 23.0).abs() < 1e-9, "{block:?}");
        assert!((block.height - 1.0 / 23.0).abs() < 1e-9, "{block:?}");
    });
}

#[test]
fn events_at_the_same_time_share_the_width() {
    let rows = [
        row("a", "2027-03-10T09:00:00", "2027-03-10T11:00:00"),
        row("b", "2027-03-10T10:00:00", "2027-03-10T12:00:00"),
        row("c", "2027-03-10T11:00:00", "2027-03-10T12:00:00"),
        row("d", "2027-03-10T15:00:00", "2027-03-10T15:05:00"),
    ];
    with_reader("Etc/UTC", |reader| {
        let week = week(&rows, day("2027-03-10"), Weekday::Monday, reader);
        let blocks = &week[2].blocks;
        let lanes: Vec<_> = blocks.iter().map(|it| (it.lane, it.lanes)).collect();
        assert_eq!(lanes, [(0, 2), (1, 2), (0, 2), (0, 1)]);
        assert!(
            (blocks[3].height - 0.5 / 24.0).abs() < 1e-9,
            "short ones can still be hit"
        );
    });
}

#[test]
fn steps_lead_where_keys_say() {
    let from = |date: &str, walk| day_text(walked(day(date), walk, Weekday::Monday));
    assert_eq!(from("2027-03-31", Walk::Months(1)), "2027-04-30");
    assert_eq!(from("2027-01-31", Walk::Months(-11)), "2026-02-28");
    assert_eq!(from("2027-03-31", Walk::Days(1)), "2027-04-01");
    assert_eq!(from("2027-03-31", Walk::WeekStart), "2027-03-29");
    assert_eq!(from("2027-03-31", Walk::WeekEnd), "2027-04-04");
    assert_eq!(from("9999-12-31", Walk::Days(1)), "9999-12-31");
    assert_eq!(from("9999-12-31", Walk::Months(1)), "9999-12-31");
}

#[test]
fn the_address_says_what_is_shown() {
    for view in CalendarView::ALL {
        assert_eq!(CalendarView::of(view.as_str()), view);
    }
    assert_eq!(CalendarView::of("decade"), CalendarView::Month);
    assert_eq!(
        day_of("2027-03-30").map(day_text),
        Some("2027-03-30".to_owned())
    );
    assert_eq!(day_of("2027-02-31"), None);
}

proptest! {
    /// Each event is on just the days between its first and its last instant, parts in order.
    #[test]
    fn the_parts_of_an_event_make_it_whole(
        zone in prop::sample::select(&["Europe/Berlin", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe"][..]),
        start in 0i64..400 * 24,
        minutes in 0i64..5_000,
    ) {
        let first = millis(utc("2027-01-01T00:00Z")) + start * HOUR;
        let text = |at: i64| from_millis(at).to_string().trim_end_matches('Z').to_owned();
        let rows = [row("it", &text(first), &text(first + minutes * 60_000))];
        with_reader(zone, |reader| {
            let from = walked(reader.day(from_millis(first)), Walk::Days(-2), Weekday::Monday);
            let to = walked(from, Walk::Days(10), Weekday::Monday);
            let days = days(&rows, from, to, reader);
            let parts: Vec<Part> = days.iter().flat_map(|it| &it.entries).map(|it| it.part).collect();
            let expected = match parts.len() {
                1 => vec![Part::Whole],
                more => {
                    let mut all = vec![Part::Middle; more];
                    (all[0], all[more - 1]) = (Part::First, Part::Last);
                    all
                }
            };
            assert_eq!(parts, expected);
            let on: Vec<_> = days.iter().filter(|it| !it.entries.is_empty()).map(|it| it.date).collect();
            assert_eq!(on.first(), Some(&reader.day(from_millis(first))));
        });
    }

    /// Nothing stands over anything else.
    #[test]
    fn blocks_never_cover_each_other(spans in prop::collection::vec((0i64..23 * 60, 1i64..300), 1..20)) {
        let rows: Vec<_> = spans.iter().enumerate().map(|(index, (start, length))| {
            let at = |minutes: i64| from_millis(millis(utc("2027-03-10T00:00Z")) + minutes * 60_000);
            let text = |minutes| at(minutes).to_string().trim_end_matches('Z').to_owned();
            row(&format!("{index:02}"), &text(*start), &text(start + length))
        }).collect();
        with_reader("Etc/UTC", |reader| {
            let week = week(&rows, day("2027-03-10"), Weekday::Monday, reader);
            let blocks = &week[2].blocks;
            assert_eq!(blocks.len(), rows.len());
            for (index, one) in blocks.iter().enumerate() {
                assert!(one.lane < one.lanes && one.top >= 0.0 && one.top + one.height <= 1.0 + 1e-9);
                for other in &blocks[index + 1..] {
                    let apart = one.lane != other.lane
                        || one.top + one.height <= other.top + 1e-9
                        || other.top + other.height <= one.top + 1e-9;
                    let alike = one.lanes == other.lanes
                        || one.top + one.height <= other.top + 1e-9
                        || other.top + other.height <= one.top + 1e-9;
                    assert!(apart && alike, "{one:?} {other:?}");
                }
            }
        });
    }

    /// A week has seven days, begins where it should, and has the day in it.
    #[test]
    fn a_week_is_a_week(ahead in 0i64..3_000, start in 0u8..7) {
        let start = Weekday::Monday.nth_next(start);
        let date = walked(day("2027-01-01"), Walk::Days(ahead), Weekday::Monday);
        let (first, last) = week_of(date, start);
        prop_assert_eq!(first.weekday(), start);
        prop_assert_eq!((last - first).whole_days(), 6);
        prop_assert!(first <= date && date <= last);
    }
}
