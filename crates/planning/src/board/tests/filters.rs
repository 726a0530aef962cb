use time::{Date, Month};
use virtual_events::{EventKind, Role};

use super::{NOW, board, shown, view};
use crate::board::{BoardQuery, Period};
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::IanaZone;
use crate::{Phase, Reader};

fn day(month: Month, day: u8) -> Date {
    Date::from_calendar_date(2027, month, day).unwrap()
}

fn within(period: Period) -> Vec<String> {
    shown(
        &board(),
        &BoardQuery {
            period,
            ..BoardQuery::default()
        },
    )
}

#[test]
fn chosen_phases_add_up_and_other_filters_narrow() {
    let mut query = BoardQuery::default();
    query.toggle_phase(Phase::Upcoming);
    query.toggle_phase(Phase::OnNow);
    assert_eq!(
        shown(&board(), &query),
        ["on-now", "today", "webinar", "next-week"]
    );

    query.toggle_role(Role::CoOrganizer);
    assert_eq!(shown(&board(), &query), ["webinar", "next-week"]);

    query.toggle_kind(EventKind::Townhall);
    assert_eq!(shown(&board(), &query), ["next-week"]);

    query.toggle_kind(EventKind::Townhall);
    query.toggle_role(Role::CoOrganizer);
    query.toggle_phase(Phase::OnNow);
    assert_eq!(shown(&board(), &query), ["today", "webinar", "next-week"]);
}

#[test]
fn days_are_the_readers_and_an_event_counts_if_a_part_of_it_lies_within() {
    assert_eq!(within(Period::Today), ["on-now", "today"]);
    assert_eq!(
        within(Period::Next7Days),
        ["on-now", "today", "cancelled", "webinar", "next-week"]
    );
    assert_eq!(within(Period::Last30Days), ["ended"]);
    assert_eq!(within(Period::Past), ["ended", "long-ago"]);
    assert_eq!(
        within(Period::Between(day(Month::June, 3), day(Month::June, 5))),
        ["webinar", "next-week"]
    );
    // the other way round means the same
    assert_eq!(
        within(Period::Between(day(Month::June, 5), day(Month::June, 3))),
        ["webinar", "next-week"]
    );
}

#[test]
fn the_edges_of_a_period_are_exact() {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    let reader = Reader::new(utc(NOW), &berlin, &rules);
    let holds =
        |period: Period, start, end| period.holds(Some(utc(start)), Some(utc(end)), &reader);
    let (midnight, next) = ("2027-05-31T22:00:00Z", "2027-06-01T22:00:00Z");

    assert!(
        !holds(Period::Today, "2027-05-31T21:00:00Z", midnight),
        "ends as the day begins"
    );
    assert!(holds(
        Period::Today,
        "2027-05-31T21:00:00Z",
        "2027-05-31T22:00:01Z"
    ));
    assert!(
        holds(Period::Today, midnight, midnight),
        "no longer than an instant"
    );
    assert!(
        !holds(Period::Today, next, "2027-06-01T23:00:00Z"),
        "begins as the day ends"
    );

    let last = ("2027-06-07T21:59:59Z", "2027-06-07T23:00:00Z");
    assert!(holds(Period::Next7Days, last.0, last.1));
    assert!(!holds(
        Period::Next7Days,
        "2027-06-07T22:00:00Z",
        "2027-06-07T23:00:00Z"
    ));
    assert!(holds(
        Period::Next30Days,
        "2027-06-30T21:59:59Z",
        "2027-07-01T00:00:00Z"
    ));
    assert!(!holds(
        Period::Next30Days,
        "2027-06-30T22:00:00Z",
        "2027-07-01T00:00:00Z"
    ));
    assert!(holds(
        Period::Last30Days,
        "2027-05-02T00:00:00Z",
        "2027-05-02T01:00:00Z"
    ));
    assert!(!holds(
        Period::Last30Days,
        "2027-05-01T21:00:00Z",
        "2027-05-01T22:00:00Z"
    ));
}

#[test]
fn an_event_whose_time_is_not_known_shows_only_without_a_period() {
    assert!(within(Period::Any).contains(&"lost".to_owned()));
    assert!(!within(Period::Next30Days).contains(&"lost".to_owned()));
    assert!(!within(Period::Past).contains(&"lost".to_owned()));
}

#[test]
fn counts_tell_what_each_chip_would_show() {
    let mut query = BoardQuery::default();
    query.toggle_phase(Phase::Upcoming);

    let counts = view(&board(), &query).counts;

    assert_eq!((counts.total, counts.shown), (9, 3));
    // its own kind of filter doesn't count against a chip, the others do
    assert_eq!(counts.phase(Phase::Draft), 1);
    assert_eq!(counts.phase(Phase::Ended), 2);
    assert_eq!(counts.phase(Phase::Unknown), 1);
    assert_eq!(counts.role(Role::Organizer), 1);
    assert_eq!(counts.role(Role::CoOrganizer), 2);
    assert_eq!(counts.kind(EventKind::Webinar), 1);
}

#[test]
fn clearing_shows_all_again_and_keeps_the_order() {
    let mut query = BoardQuery {
        words: "x".into(),
        period: Period::Today,
        ..BoardQuery::default()
    };
    query.sort = query.sort.clicked(crate::board::Column::Title);
    let sort = query.sort;
    assert!(query.is_filtered());

    query.clear_filters();

    assert!(!query.is_filtered());
    assert_eq!(query.sort, sort);
}
