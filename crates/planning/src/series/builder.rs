//! The rule while somebody puts it together: text as typed, and the rule that comes of it.

use serde::{Deserialize, Serialize};
use time::{Date, Weekday};

use super::rule::WEEKDAYS;
use super::{Frequency, MOST_OCCURRENCES, Rule, RuleDay, RuleEnd};
use crate::draft::{read_date, read_number};

/// What the rule's inputs hold; everything typed stays, right or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RuleDraft {
    /// What it is every how many of.
    pub unit: Unit,
    /// Every how many; as typed.
    pub every: String,
    /// On which days, for weeks.
    pub days: Days,
    /// On which day, for months and quarters.
    pub monthly: MonthlyOn,
    /// Which of the two ends is meant.
    pub end: EndsBy,
    /// After how many; as typed.
    pub count: String,
    /// On which day at the latest; as a date input gives it.
    pub until: String,
}

impl Default for RuleDraft {
    fn default() -> Self {
        Self {
            unit: Unit::Week,
            every: "1".to_owned(),
            days: Days::default(),
            monthly: MonthlyOn::Day,
            end: EndsBy::Count,
            count: "4".to_owned(),
            until: String::new(),
        }
    }
}

/// What it is every how many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters: three months.
    Quarter,
    /// Years.
    Year,
}

impl Unit {
    /// All of them, from short to long.
    pub const ALL: [Self; 5] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];
}

/// Which day of a month, by the day that the series begins on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MonthlyOn {
    /// The day of that number: the 15th.
    Day,
    /// The last day of the month.
    LastDay,
    /// The weekday in its place: the second Tuesday.
    Weekday,
    /// The last such weekday: the last Tuesday.
    LastWeekday,
}

impl MonthlyOn {
    /// What a series that begins on `first` can be on.
    #[must_use]
    pub fn choices(first: Date) -> Vec<Self> {
        let length = first.month().length(first.year());
        let mut choices = vec![Self::Day];
        if first.day() == length {
            choices.push(Self::LastDay);
        }
        // a fifth Tuesday isn't in every month: the last is what is meant then
        if nth(first) < 5 {
            choices.push(Self::Weekday);
        }
        if first.day() + 7 > length {
            choices.push(Self::LastWeekday);
        }
        choices
    }
}

/// The place of a day among those of its weekday in the month, from 1.
#[must_use]
pub fn nth(day: Date) -> u8 {
    (day.day() - 1) / 7 + 1
}

/// Which end is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EndsBy {
    /// After so many.
    Count,
    /// On a day.
    Date,
}

/// A set of days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Days(u8);

impl Days {
    /// Whether a day is in it.
    #[must_use]
    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 & 0x7f == 0
    }

    /// Puts a day in, or takes it out.
    pub fn toggle(&mut self, day: Weekday) {
        self.0 ^= bit(day);
    }

    /// The days in it, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        let days = WEEKDAYS.iter().map(|(day, _)| *day);
        days.filter(move |day| self.has(*day))
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.number_days_from_monday()
}

/// An input of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleField {
    /// Every how many.
    Every,
    /// After how many.
    Count,
    /// On which day at the latest.
    Until,
}

/// What is wrong with an input of the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleProblem {
    /// Nothing is typed.
    Missing,
    /// It is no whole number from 1 to `most`.
    NotWithin {
        /// The greatest there may be.
        most: u16,
    },
    /// It is no date.
    NoDate,
    /// The end lies before the start.
    BeforeStart,
}

/// Most periods apart: beyond it somebody has mistyped.
const MOST_APART: u16 = 99;

impl RuleDraft {
    /// What a series that begins on `first` most likely is: weekly on that day.
    #[must_use]
    pub fn beginning(first: Date) -> Self {
        let mut draft = Self::default();
        draft.days.toggle(first.weekday());
        draft
    }

    /// The rule of a series that begins on `first`.
    ///
    /// Without a day of the week it is weekly on the day it begins on.
    ///
    /// # Errors
    /// What is wrong, by input.
    pub fn rule(&self, first: Date) -> Result<Rule, Vec<(RuleField, RuleProblem)>> {
        let mut problems = Vec::new();
        let mut take = |field: RuleField, found: Result<u16, RuleProblem>| {
            found.unwrap_or_else(|problem| {
                problems.push((field, problem));
                1
            })
        };
        let every = take(RuleField::Every, number(&self.every, MOST_APART));
        let end = match self.end {
            EndsBy::Count => {
                let count = number(&self.count, MOST_OCCURRENCES);
                RuleEnd::Count(take(RuleField::Count, count))
            }
            EndsBy::Date => match last_day(&self.until, first) {
                Ok(day) => RuleEnd::On(day),
                Err(problem) => {
                    take(RuleField::Until, Err(problem));
                    RuleEnd::On(first)
                }
            },
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(self.put_together(first, every, end))
    }

    fn put_together(&self, first: Date, every: u16, end: RuleEnd) -> Rule {
        let (frequency, interval) = match self.unit {
            Unit::Day => (Frequency::Daily, every),
            Unit::Week => (Frequency::Weekly, every),
            Unit::Month => (Frequency::Monthly, every),
            Unit::Quarter => (Frequency::Monthly, every * 3),
            Unit::Year => (Frequency::Yearly, every),
        };
        let mut rule = Rule::new(frequency, end);
        rule.interval = interval;
        match self.unit {
            Unit::Week if !self.days.is_empty() => {
                rule.days = self.days.iter().map(RuleDay::every).collect();
            }
            Unit::Month | Unit::Quarter => self.day_of_month(first, &mut rule),
            Unit::Year => {
                rule.months = vec![first.month()];
                self.day_of_month(first, &mut rule);
            }
            Unit::Day | Unit::Week => {}
        }
        rule
    }

    fn day_of_month(&self, first: Date, rule: &mut Rule) {
        // a choice that the first day doesn't offer falls back to its number
        let on = Some(self.monthly).filter(|it| MonthlyOn::choices(first).contains(it));
        let place = i8::try_from(nth(first)).unwrap_or(1);
        match on.unwrap_or(MonthlyOn::Day) {
            MonthlyOn::Day => rule.month_days = vec![i8::try_from(first.day()).unwrap_or(1)],
            MonthlyOn::LastDay => rule.month_days = vec![-1],
            MonthlyOn::Weekday => rule.days = vec![RuleDay::nth(place, first.weekday())],
            MonthlyOn::LastWeekday => rule.days = vec![RuleDay::nth(-1, first.weekday())],
        }
    }
}

fn number(typed: &str, most: u16) -> Result<u16, RuleProblem> {
    if typed.trim().is_empty() {
        return Err(RuleProblem::Missing);
    }
    let number = read_number(typed).and_then(|it| u16::try_from(it).ok());
    number
        .filter(|it| (1..=most).contains(it))
        .ok_or(RuleProblem::NotWithin { most })
}

fn last_day(typed: &str, first: Date) -> Result<Date, RuleProblem> {
    if typed.trim().is_empty() {
        return Err(RuleProblem::Missing);
    }
    let day = read_date(typed).ok_or(RuleProblem::NoDate)?;
    if day < first {
        return Err(RuleProblem::BeforeStart);
    }
    Ok(day)
}
