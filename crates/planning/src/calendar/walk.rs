//! From one day to another by keys and buttons.

use time::{Date, Duration, Month, Weekday};

use super::week::week_of;

/// A step in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Walk {
    /// So many days on, or back.
    Days(i64),
    /// So many months on, or back; a day that the month doesn't have becomes its last.
    Months(i32),
    /// To the first day of the week.
    WeekStart,
    /// To the last day of the week.
    WeekEnd,
}

/// Where a step from `date` leads; it stays where the calendar ends.
#[must_use]
pub fn walked(date: Date, walk: Walk, week_start: Weekday) -> Date {
    match walk {
        Walk::Days(days) => date.checked_add(Duration::days(days)).unwrap_or(date),
        Walk::Months(months) => by_months(date, months).unwrap_or(date),
        Walk::WeekStart => week_of(date, week_start).0,
        Walk::WeekEnd => week_of(date, week_start).1,
    }
}

fn by_months(date: Date, months: i32) -> Option<Date> {
    let count = i32::from(u8::from(date.month())) - 1 + months;
    let month = Month::try_from(u8::try_from(count.rem_euclid(12)).ok()? + 1).ok()?;
    let year = date.year().checked_add(count.div_euclid(12))?;
    let day = date.day().min(month.length(year));
    Date::from_calendar_date(year, month, day).ok()
}
