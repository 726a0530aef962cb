//! A rule written as its text.

use std::fmt::{self, Display, Formatter};

use time::{Date, Weekday};
use virtual_events::{UtcInstant, WallTime};

use super::rule::WEEKDAYS;
use super::{Rule, RuleDay, RuleEnd};
use crate::clock::{millis, wall_from_millis};

/// `FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=8`: what is as usual is left out.
impl Display for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("FREQ=")?;
        f.write_str(self.frequency.as_str())?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, ";BYMONTH=", self.months.iter().map(|it| u8::from(*it)))?;
        list(f, ";BYMONTHDAY=", self.month_days.iter())?;
        list(f, ";BYDAY=", self.days.iter())?;
        list(f, ";BYSETPOS=", self.positions.iter())?;
        if self.week_start != Weekday::Monday {
            f.write_str(";WKST=")?;
            f.write_str(letters(self.week_start))?;
        }
        match self.end {
            RuleEnd::Count(count) => write!(f, ";COUNT={count}"),
            RuleEnd::On(date) => write!(f, ";UNTIL={}", Compact(date)),
            RuleEnd::At(wall) => write!(f, ";UNTIL={}", CompactTime(wall)),
            RuleEnd::By(instant) => write!(f, ";UNTIL={}", CompactInstant(instant)),
        }
    }
}

impl Display for RuleDay {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            write!(f, "{nth}")?;
        }
        f.write_str(letters(self.weekday))
    }
}

fn letters(weekday: Weekday) -> &'static str {
    let known = WEEKDAYS.iter().find(|(day, _)| *day == weekday);
    known.map_or("MO", |(_, letters)| *letters)
}

fn list<T: Display>(
    f: &mut Formatter<'_>,
    name: &str,
    items: impl Iterator<Item = T>,
) -> fmt::Result {
    for (index, item) in items.enumerate() {
        f.write_str(if index == 0 { name } else { "," })?;
        item.fmt(f)?;
    }
    Ok(())
}

/// A date as the RFC has it: `20271231`.
pub(super) struct Compact(pub(super) Date);

impl Display for Compact {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}{:02}{day:02}", u8::from(month))
    }
}

/// A local date and time as the RFC has it: `20271231T100000`.
pub(super) struct CompactTime(pub(super) WallTime);

impl Display for CompactTime {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (date, time) = (self.0.date_time().date(), self.0.date_time().time());
        let (hour, minute, second) = time.as_hms();
        write!(f, "{}T{hour:02}{minute:02}{second:02}", Compact(date))
    }
}

/// An instant as the RFC has it: `20271231T090000Z`.
pub(super) struct CompactInstant(pub(super) UtcInstant);

impl Display for CompactInstant {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", CompactTime(wall_from_millis(millis(self.0))))
    }
}
