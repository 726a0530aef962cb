//! The days that rules name, most of them after the examples of RFC 5545 §3.8.5.3.

use time::{Month, Weekday};

use super::{days, expand, series};
use crate::jiff_rules::{JiffRules, wall};
use crate::series::{NoSuchDay, RuleDay, RuleError, Standing};

#[test]
fn every_second_week_on_several_days() {
    assert_eq!(
        days("2027-03-02", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=5"),
        [
            "2027-03-02",
            "2027-03-04",
            "2027-03-16",
            "2027-03-18",
            "2027-03-30"
        ]
    );
}

/// The day a week begins with decides which Sunday belongs to the second week.
#[test]
fn the_beginning_of_the_week_matters_every_second_week() {
    let rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=";
    assert_eq!(
        days("1997-08-05", &[rule, "MO"].concat()),
        ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]
    );
    assert_eq!(
        days("1997-08-05", &[rule, "SU"].concat()),
        ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]
    );
}

#[test]
fn monthly_on_the_nth_weekday() {
    assert_eq!(
        days("2027-01-12", "FREQ=MONTHLY;BYDAY=2TU;COUNT=4"),
        ["2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13"]
    );
    assert_eq!(
        days("2027-01-01", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3"),
        ["2027-01-29", "2027-02-26", "2027-03-26"]
    );
}

#[test]
fn quarterly_on_the_day_of_the_first() {
    assert_eq!(
        days("2027-02-15", "FREQ=MONTHLY;INTERVAL=3;COUNT=4"),
        ["2027-02-15", "2027-05-15", "2027-08-15", "2027-11-15"]
    );
}

#[test]
fn the_last_working_day_of_each_month() {
    assert_eq!(
        days(
            "2027-01-01",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=5"
        ),
        [
            "2027-01-29",
            "2027-02-26",
            "2027-03-31",
            "2027-04-30",
            "2027-05-31"
        ]
    );
}

#[test]
fn friday_the_thirteenth() {
    assert_eq!(
        days("1997-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3"),
        ["1998-02-13", "1998-03-13", "1998-11-13"]
    );
}

#[test]
fn days_of_the_year_by_month_and_weekday() {
    assert_eq!(
        days("1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4"),
        ["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"]
    );
    assert_eq!(
        days("1997-05-19", "FREQ=YEARLY;BYDAY=20MO;COUNT=3"),
        ["1997-05-19", "1998-05-18", "1999-05-17"]
    );
}

#[test]
fn an_end_on_a_day_takes_that_day_in() {
    assert_eq!(
        days("2027-03-02", "FREQ=WEEKLY;UNTIL=20270316"),
        ["2027-03-02", "2027-03-09", "2027-03-16"]
    );
    // nine in the morning UTC is ten in Berlin: the instant itself is within
    assert_eq!(
        days("2027-03-02", "FREQ=WEEKLY;UNTIL=20270309T090000Z"),
        ["2027-03-02", "2027-03-09"]
    );
    assert_eq!(
        days("2027-03-02", "FREQ=WEEKLY;UNTIL=20270309T095959"),
        ["2027-03-02"]
    );
}

/// 31 February isn't moved to another day, it is passed over and told.
#[test]
fn a_day_that_a_month_doesnt_have_is_passed_over_and_told() {
    let found = expand("2027-01-31T10:00", "FREQ=MONTHLY;COUNT=4");
    let starts: Vec<_> = found.occurrences.iter().map(|one| one.start).collect();

    assert_eq!(
        starts,
        [
            wall("2027-01-31T10:00"),
            wall("2027-03-31T10:00"),
            wall("2027-05-31T10:00"),
            wall("2027-07-31T10:00")
        ]
    );
    let told = [Month::February, Month::April, Month::June].map(|month| NoSuchDay::OfMonth {
        year: 2027,
        month,
        day: 31,
    });
    assert_eq!(found.missing, told);
}

#[test]
fn a_fifth_monday_that_a_month_doesnt_have_is_told_too() {
    let found = expand("2027-03-01T10:00", "FREQ=MONTHLY;BYDAY=5MO;UNTIL=20270430");

    assert_eq!(found.occurrences.len(), 1);
    let april = NoSuchDay::OfWeek {
        year: 2027,
        month: Some(Month::April),
        day: RuleDay::nth(5, Weekday::Monday),
    };
    assert_eq!(found.missing, [april]);
}

#[test]
fn a_start_off_the_rule_is_no_occurrence() {
    assert_eq!(
        days("2027-03-03", "FREQ=WEEKLY;BYDAY=TU;COUNT=2"),
        ["2027-03-09", "2027-03-16"]
    );
}

#[test]
fn an_exception_is_counted_but_doesnt_take_place() {
    let mut weekly = series("2027-03-02T10:00", "FREQ=WEEKLY;COUNT=3");
    weekly.exceptions = vec![wall("2027-03-09T10:00"), wall("2027-03-10T10:00")];
    let found = weekly.expand(&JiffRules::new()).expect("three of them");

    let numbers: Vec<_> = found.planned().map(|one| one.number).collect();
    assert_eq!(numbers, [1, 3]);
    assert_eq!(found.occurrences[1].standing, Standing::LeftOut);
    assert_eq!(found.idle_exceptions, [wall("2027-03-10T10:00")]);
}

#[test]
fn more_than_a_series_may_have_is_refused_while_counting() {
    let daily = series("2027-01-01T10:00", "FREQ=DAILY;UNTIL=20290101");
    let limit = 500;
    assert_eq!(
        daily.expand(&JiffRules::new()),
        Err(RuleError::TooMany { limit })
    );
}

#[test]
fn days_that_never_come_end_the_search() {
    let never = series(
        "2027-01-01T10:00",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
    );
    assert_eq!(
        never.expand(&JiffRules::new()),
        Err(RuleError::TooSeldom { found: 0 })
    );
    let daily = series(
        "2027-01-01T10:00",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=90001231",
    );
    assert_eq!(
        daily
            .expand(&JiffRules::new())
            .map(|it| it.occurrences.len()),
        Ok(0)
    );
}
