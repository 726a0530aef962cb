//! A month in whole weeks.

use time::{Date, Weekday};

use super::day::{Day, days};
use super::week::week_of;
use crate::Reader;
use crate::board::BoardRow;

/// A month, filled up to whole weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// Its weeks of seven days each; the first and the last may have days of other months.
    pub weeks: Vec<Vec<Day>>,
}

/// The month with `date` in it, in weeks that begin on `week_start`.
#[must_use]
pub fn month(rows: &[BoardRow], date: Date, week_start: Weekday, reader: &Reader<'_>) -> Month {
    let first = date.replace_day(1).unwrap_or(date);
    let length = date.month().length(date.year());
    let last = date.replace_day(length).unwrap_or(date);
    let (from, to) = (week_of(first, week_start).0, week_of(last, week_start).1);
    let all = days(rows, from, to, reader);
    let weeks = all.chunks(7).map(<[Day]>::to_vec).collect();
    Month { first, weeks }
}
