//! How it repeats.

use crate::i18n::event::noun;
use crate::i18n::when::{long_date, month_name as month, weekday};
use planning::series::{
    Frequency, MonthlyOn, NoSuchDay, Rule, RuleDay, RuleEnd, RuleError, RuleProblem, Unit, nth,
};
use planning::{Date, Weekday};
use virtual_events::EventKind;

/// A unit after a number: `weeks`.
pub(crate) const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "days",
        Unit::Week => "weeks",
        Unit::Month => "months",
        Unit::Quarter => "quarters",
        Unit::Year => "years",
    }
}

const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

fn ordinal(nth: u8) -> &'static str {
    let index = usize::from(nth).saturating_sub(1);
    ORDINALS.get(index).copied().unwrap_or("fifth")
}

/// A choice of the day of a month for a series that begins on `first`.
pub(crate) fn monthly_on(on: MonthlyOn, first: Date) -> String {
    let day = weekday(first.weekday());
    match on {
        MonthlyOn::Day => ["On day ", &first.day().to_string()].concat(),
        MonthlyOn::LastDay => "On the last day of the month".to_owned(),
        MonthlyOn::Weekday => ["On the ", ordinal(nth(first)), " ", day].concat(),
        MonthlyOn::LastWeekday => ["On the last ", day].concat(),
    }
}

/// `Monday, Tuesday and Friday`.
fn together(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => [&all.join(", "), " and ", last].concat(),
    }
}

/// A rule as somebody would say it; the RFC's own text where no words are worth it.
pub(crate) fn rule(rule: &Rule) -> String {
    let (unit, units, every) = match rule.frequency {
        Frequency::Daily => ("day", "days", rule.interval),
        Frequency::Weekly => ("week", "weeks", rule.interval),
        Frequency::Monthly if rule.interval.is_multiple_of(3) => {
            ("quarter", "quarters", rule.interval / 3)
        }
        Frequency::Monthly => ("month", "months", rule.interval),
        Frequency::Yearly => ("year", "years", rule.interval),
    };
    if !rule.positions.is_empty() || (!rule.days.is_empty() && !rule.month_days.is_empty()) {
        return rule.to_string();
    }
    let mut text = match every {
        1 => ["Every ", unit].concat(),
        every => ["Every ", &every.to_string(), " ", units].concat(),
    };
    let days: Vec<String> = rule.days.iter().map(|day| rule_day(*day)).collect();
    let numbers: Vec<String> = rule.month_days.iter().map(|day| month_day(*day)).collect();
    let on = [days, numbers].concat();
    if !on.is_empty() {
        text.push_str(" on ");
        text.push_str(&together(&on));
    }
    if !rule.months.is_empty() {
        let months: Vec<_> = rule.months.iter().map(|it| month(*it).to_owned()).collect();
        text.push_str(" in ");
        text.push_str(&together(&months));
    }
    text.push_str(&end(rule.end));
    text
}

fn rule_day(day: RuleDay) -> String {
    let name = weekday(day.weekday);
    match day.nth {
        None => name.to_owned(),
        Some(-1) => ["the last ", name].concat(),
        Some(nth) if nth > 0 => ["the ", ordinal(nth.unsigned_abs()), " ", name].concat(),
        Some(nth) => {
            let nth = ordinal(nth.unsigned_abs());
            ["the ", nth, " ", name, " from the end"].concat()
        }
    }
}

fn month_day(day: i8) -> String {
    match day {
        -1 => "the last day".to_owned(),
        day if day > 0 => ["day ", &day.to_string()].concat(),
        day => ["day ", &day.unsigned_abs().to_string(), " from the end"].concat(),
    }
}

fn end(end: RuleEnd) -> String {
    match end {
        RuleEnd::Count(1) => ", once".to_owned(),
        RuleEnd::Count(times) => [", ", &times.to_string(), " times"].concat(),
        RuleEnd::On(day) => [", until ", &long_date(day)].concat(),
        RuleEnd::At(wall) => [", until ", &long_date(wall.date_time().date())].concat(),
        RuleEnd::By(instant) => {
            let text = instant.to_string();
            [", until ", text.get(..10).unwrap_or(&text)].concat()
        }
    }
}

/// The short name of a weekday, for a row of seven.
pub(crate) fn short_weekday(day: Weekday) -> &'static str {
    weekday(day).get(..3).unwrap_or_default()
}

/// What is wrong with an input of the rule.
pub(crate) fn rule_problem(problem: &RuleProblem) -> String {
    match problem {
        RuleProblem::Missing => "Enter something here.".to_owned(),
        RuleProblem::NotWithin { most } => {
            ["Enter a whole number from 1 to ", &most.to_string(), "."].concat()
        }
        RuleProblem::NoDate => "This isn't a date.".to_owned(),
        RuleProblem::BeforeStart => "This is before the first one.".to_owned(),
    }
}

/// Why the rule leads nowhere.
pub(crate) fn rule_error(error: &RuleError, kind: EventKind) -> String {
    match error {
        RuleError::TooMany { limit } => [
            "That is more than ",
            &limit.to_string(),
            " ",
            noun(kind),
            "s. Choose an earlier end.",
        ]
        .concat(),
        RuleError::TooSeldom { .. } => {
            ["Such days come too seldom for that many ", noun(kind), "s."].concat()
        }
        RuleError::UnknownZone { name } => {
            ["This browser doesn't know the time zone “", name, "”."].concat()
        }
        _ => "This rule can't be used.".to_owned(),
    }
}

/// Days that the calendar doesn't have.
pub(crate) fn missing(days: &[NoSuchDay]) -> String {
    let named = |day: &NoSuchDay| match *day {
        NoSuchDay::OfMonth {
            year,
            month: of,
            day,
        } if day > 0 => [&day.to_string(), " ", month(of), " ", &year.to_string()].concat(),
        NoSuchDay::OfMonth {
            year,
            month: of,
            day,
        } => [&month_day(day), " of ", month(of), " ", &year.to_string()].concat(),
        NoSuchDay::OfWeek {
            year,
            month: of,
            day,
        } => {
            let of = of.map(month).unwrap_or_default();
            [&rule_day(day), " of ", of, " ", &year.to_string()].concat()
        }
    };
    const NAMED: usize = 4;
    let mut names: Vec<String> = days.iter().take(NAMED).map(named).collect();
    if days.len() > NAMED {
        names.push([&(days.len() - NAMED).to_string(), " more"].concat());
    }
    ["Not in the calendar, so left out: ", &together(&names), "."].concat()
}
