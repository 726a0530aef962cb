//! The rule as it is put together.

use time::{Date, Weekday};

use crate::jiff_rules::wall;
use crate::series::{EndsBy, MonthlyOn, RuleDraft, RuleField, RuleProblem, Unit};

fn day(text: &str) -> Date {
    wall(&[text, "T00:00"].concat()).date_time().date()
}

/// The rule of a series that begins on Tuesday, 30 March 2027, as text.
fn rule(change: impl FnOnce(&mut RuleDraft)) -> String {
    let first = day("2027-03-30");
    let mut draft = RuleDraft::beginning(first);
    change(&mut draft);
    draft
        .rule(first)
        .map_or_else(|why| format!("{why:?}"), |it| it.to_string())
}

#[test]
fn it_begins_as_weekly_on_the_day_of_the_start() {
    assert_eq!(rule(|_| {}), "FREQ=WEEKLY;BYDAY=TU;COUNT=4");
}

#[test]
fn every_unit_has_its_rule() {
    let of = |unit: Unit, monthly: MonthlyOn| {
        rule(|it| {
            it.unit = unit;
            it.monthly = monthly;
            it.every = " 2 ".into();
        })
    };
    assert_eq!(
        of(Unit::Day, MonthlyOn::Day),
        "FREQ=DAILY;INTERVAL=2;COUNT=4"
    );
    assert_eq!(
        of(Unit::Month, MonthlyOn::Day),
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=30;COUNT=4"
    );
    assert_eq!(
        of(Unit::Quarter, MonthlyOn::LastWeekday),
        "FREQ=MONTHLY;INTERVAL=6;BYDAY=-1TU;COUNT=4"
    );
    assert_eq!(
        of(Unit::Year, MonthlyOn::Day),
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=30;COUNT=4"
    );
}

#[test]
fn several_days_and_an_end_on_a_day() {
    let text = rule(|it| {
        it.days.toggle(Weekday::Thursday);
        it.end = EndsBy::Date;
        it.until = "2027-06-30".into();
    });
    assert_eq!(text, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630");
}

#[test]
fn without_a_day_it_is_the_day_of_the_start() {
    assert_eq!(
        rule(|it| it.days.toggle(Weekday::Tuesday)),
        "FREQ=WEEKLY;COUNT=4"
    );
}

/// It may have been chosen before the start was moved.
#[test]
fn a_choice_that_the_start_doesnt_offer_falls_back_to_its_number() {
    let text = rule(|it| {
        it.unit = Unit::Month;
        it.monthly = MonthlyOn::Weekday;
    });
    assert_eq!(text, "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=4");
}

#[test]
fn the_start_says_which_days_of_a_month_there_are_to_choose() {
    use MonthlyOn::{Day, LastDay, LastWeekday, Weekday};
    for (first, expected) in [
        ("2027-03-02", &[Day, Weekday][..]),
        ("2027-02-23", &[Day, Weekday, LastWeekday]),
        ("2027-03-30", &[Day, LastWeekday]),
        ("2027-02-28", &[Day, LastDay, Weekday, LastWeekday]),
    ] {
        assert_eq!(MonthlyOn::choices(day(first)), expected, "{first}");
    }
}

#[test]
fn what_is_typed_wrong_is_told_by_input() {
    let first = day("2027-03-30");
    let problems = |change: fn(&mut RuleDraft)| {
        let mut draft = RuleDraft::beginning(first);
        change(&mut draft);
        draft.rule(first).expect_err("something is wrong")
    };
    assert_eq!(
        problems(|it| {
            it.every = "0".into();
            it.count = "501".into();
        }),
        [
            (RuleField::Every, RuleProblem::NotWithin { most: 99 }),
            (RuleField::Count, RuleProblem::NotWithin { most: 500 })
        ]
    );
    assert_eq!(
        problems(|it| it.count = " ".into()),
        [(RuleField::Count, RuleProblem::Missing)]
    );
    for (until, problem) in [
        ("", RuleProblem::Missing),
        ("2027-02-31", RuleProblem::NoDate),
        ("2027-03-29", RuleProblem::BeforeStart),
    ] {
        let mut draft = RuleDraft::beginning(first);
        draft.end = EndsBy::Date;
        draft.until = until.into();
        assert_eq!(draft.rule(first), Err(vec![(RuleField::Until, problem)]));
    }
}

#[test]
fn what_is_kept_comes_back_as_it_was() {
    let mut draft = RuleDraft::beginning(day("2027-03-30"));
    draft.every = "two".into();
    let text = serde_json::to_string(&draft).expect("plain values");
    assert_eq!(serde_json::from_str::<RuleDraft>(&text).ok(), Some(draft));
    let empty: RuleDraft = serde_json::from_str("{}").expect("an older one");
    assert_eq!(empty, RuleDraft::default());
}
