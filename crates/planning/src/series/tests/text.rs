//! Rules read and written.

use proptest::prelude::*;
use time::Weekday;

use super::refused;
use crate::series::{Frequency, Rule, RuleDay, RuleEnd, RuleError};

#[test]
fn a_rule_is_read_whatever_its_order_and_letter_case() {
    let rule: Rule = " rrule:count=12;wkst=SU;byday=2tu,-1FR ;FREQ=MONTHLY; interval=3;X-NOTE=1; "
        .parse()
        .unwrap_err_or_rule();

    assert_eq!(rule.frequency, Frequency::Monthly);
    assert_eq!(rule.interval, 3);
    assert_eq!(rule.end, RuleEnd::Count(12));
    assert_eq!(rule.week_start, Weekday::Sunday);
    let (tuesday, friday) = (
        RuleDay::nth(2, Weekday::Tuesday),
        RuleDay::nth(-1, Weekday::Friday),
    );
    assert_eq!(rule.days, [tuesday, friday]);
    let written = "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU,-1FR;WKST=SU;COUNT=12";
    assert_eq!(rule.to_string(), written);
}

/// For one `expect` less in each test.
trait Read {
    fn unwrap_err_or_rule(self) -> Rule;
}

impl Read for Result<Rule, RuleError> {
    fn unwrap_err_or_rule(self) -> Rule {
        self.unwrap_or_else(|why| panic!("{why:?}"))
    }
}

#[test]
fn every_form_of_an_end_comes_back_as_it_was() {
    for end in [
        "COUNT=500",
        "UNTIL=20271231",
        "UNTIL=20271231T235959",
        "UNTIL=20271231T225959Z",
    ] {
        let text = ["FREQ=WEEKLY;", end].concat();
        assert_eq!(text.parse::<Rule>().unwrap_err_or_rule().to_string(), text);
    }
}

#[test]
fn a_rule_without_an_end_is_refused() {
    assert_eq!(refused("FREQ=WEEKLY;BYDAY=TU"), RuleError::Endless);
    assert_eq!(
        refused("FREQ=DAILY;COUNT=2;UNTIL=20271231"),
        RuleError::TwoEnds
    );
}

#[test]
fn more_than_a_series_may_have_is_refused_before_anything_is_counted_out() {
    let too_many = RuleError::TooMany { limit: 500 };
    assert_eq!(refused("FREQ=DAILY;COUNT=501"), too_many);
    assert_eq!(refused("FREQ=DAILY;COUNT=99999999999999999999"), too_many);
}

#[test]
fn what_a_town_hall_cant_do_is_named() {
    let not = |name: &str| RuleError::NotSupported { name: name.into() };
    assert_eq!(refused("FREQ=HOURLY;COUNT=2"), not("HOURLY"));
    assert_eq!(refused("FREQ=YEARLY;BYWEEKNO=20;COUNT=2"), not("BYWEEKNO"));
    assert_eq!(refused("FREQ=DAILY;BYHOUR=9,10;COUNT=2"), not("BYHOUR"));
}

#[test]
fn parts_that_dont_go_together_are_named() {
    let name = "BYMONTHDAY";
    let frequency = Frequency::Weekly;
    assert_eq!(
        refused("FREQ=WEEKLY;BYMONTHDAY=2;COUNT=2"),
        RuleError::NotWith { name, frequency }
    );
    assert_eq!(
        refused("FREQ=WEEKLY;BYDAY=2MO;COUNT=2"),
        RuleError::NotWith {
            name: "BYDAY",
            frequency
        }
    );
    assert_eq!(
        refused("FREQ=MONTHLY;BYSETPOS=1;COUNT=2"),
        RuleError::NothingToChooseFrom
    );
}

#[test]
fn nonsense_is_told_part_by_part() {
    assert_eq!(refused(""), RuleError::NoFrequency);
    assert_eq!(refused("COUNT=3"), RuleError::NoFrequency);
    let text = "EVERY DAY".to_owned();
    assert_eq!(refused("every day"), RuleError::NotAPart { text });
    let name = "COUNT".to_owned();
    assert_eq!(
        refused("FREQ=DAILY;COUNT=1;COUNT=2"),
        RuleError::Twice { name }
    );
    for (name, value) in [
        ("FREQ", "OFTEN"),
        ("COUNT", "0"),
        ("COUNT", "-3"),
        ("COUNT", ""),
        ("UNTIL", "20270230"),
        ("UNTIL", "tomorrow"),
        ("UNTIL", "20271231T2559"),
        ("INTERVAL", "0"),
        ("INTERVAL", "70000"),
        ("BYDAY", "0MO"),
        ("BYDAY", "XX"),
        ("BYDAY", "ÄÖ"),
        ("BYDAY", "54MO"),
        ("BYMONTHDAY", "32"),
        ("BYMONTHDAY", "0"),
        ("BYMONTH", "13"),
        ("BYSETPOS", "367"),
        ("WKST", "2MO"),
    ] {
        let mut rule = [name, "=", value].concat();
        for (usual, part) in [("FREQ", "FREQ=YEARLY"), ("COUNT", "COUNT=2")] {
            if usual != name && !(usual == "COUNT" && name == "UNTIL") {
                rule = [part, ";", &rule].concat();
            }
        }
        let expected = RuleError::BadValue {
            name: match name {
                "FREQ" => "FREQ",
                other => other,
            },
            value: value.to_ascii_uppercase(),
        };
        assert_eq!(refused(&rule), expected, "{rule}");
    }
}

proptest! {
    /// Whatever is typed, it is read or refused.
    #[test]
    fn no_text_brings_the_reader_down(text in "\\PC{0,60}") {
        let _: Result<Rule, RuleError> = text.parse();
    }

    /// The same for texts that look like rules.
    #[test]
    fn nothing_like_a_rule_does_either(
        text in "(FREQ|COUNT|UNTIL|BYDAY|BYMONTHDAY|;|=|,|-|T|Z|MO|WEEKLY|[0-9]{1,4}){0,30}"
    ) {
        let _: Result<Rule, RuleError> = text.parse();
    }
}
