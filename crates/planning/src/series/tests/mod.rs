//! Rules, the days they name, and what the clocks make of them.

mod against_jiff;
mod against_rrule;
mod clocks;
mod days;
mod text;

use super::{Expansion, Rule, RuleError, Series};
use crate::jiff_rules::{JiffRules, wall};
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
