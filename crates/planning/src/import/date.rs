//! Dates as people and spreadsheets write them.

use time::{Date, Month};

/// Which comes first in a date such as 03/04/2027.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// What a text means as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateRead {
    /// One day.
    Day(Date),
    /// Day and month could change places, and nobody has said which is which.
    Ambiguous,
    /// No date, or none that there is.
    None,
}

/// Reads a date: `2027-03-30`, `2027/3/30`, `20270330`, `30.03.2027`, `30/03/2027`, `30-Mar-27`,
/// `30 March 2027`, `March 30th, 2027`; a weekday before it is passed over.
///
/// With dots the day stands first, as wherever dates have dots. Two digits of a year mean this
/// century.
pub(super) fn read_date(text: &str, order: Option<DateOrder>) -> DateRead {
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',' | '\u{2010}'))
        .filter(|part| !part.is_empty() && !is_weekday(part))
        .collect();
    match parts.as_slice() {
        [whole] if whole.len() == 8 => {
            let cut = |from, to| whole.get(from..to).unwrap_or_default();
            one(cut(0, 4), cut(4, 6), cut(6, 8))
        }
        [first, second, third] => of_three(first, second, third, text, order),
        _ => DateRead::None,
    }
}

fn of_three(
    first: &str,
    second: &str,
    third: &str,
    text: &str,
    order: Option<DateOrder>,
) -> DateRead {
    if first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        return one(first, second, third);
    }
    if month_named(second).is_some() {
        return one(third, second, first);
    }
    if month_named(first).is_some() {
        return one(third, first, second);
    }
    let (day_first, month_first) = (day(third, second, first), day(third, first, second));
    if text.contains('.') {
        return day_first.map_or(DateRead::None, DateRead::Day);
    }
    match (order, day_first, month_first) {
        (Some(DateOrder::DayFirst), Some(day), _)
        | (Some(DateOrder::MonthFirst), _, Some(day))
        | (None, Some(day), None)
        | (None, None, Some(day)) => DateRead::Day(day),
        (None, Some(one), Some(other)) if one == other => DateRead::Day(one),
        (None, Some(_), Some(_)) => DateRead::Ambiguous,
        _ => DateRead::None,
    }
}

fn one(year: &str, month: &str, day_: &str) -> DateRead {
    day(year, month, day_).map_or(DateRead::None, DateRead::Day)
}

fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = match month_named(month) {
        Some(month) => month,
        None => Month::try_from(number(month)?).ok()?,
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let year = match year.len() {
        4 => year.parse().ok()?,
        2 => 2_000 + i32::from(number(year)?),
        _ => return None,
    };
    Date::from_calendar_date(year, month, number(day)?).ok()
}

fn number(text: &str) -> Option<u8> {
    // `parse` alone would take a plus
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month by its English name or at least three letters of it.
fn month_named(text: &str) -> Option<Month> {
    let text = text.to_ascii_lowercase();
    if text.len() < 3 {
        return None;
    }
    let at = MONTHS
        .iter()
        .position(|name| name.starts_with(&text) || (text == "sept" && *name == "september"))?;
    Month::try_from(u8::try_from(at + 1).ok()?).ok()
}

fn is_weekday(text: &str) -> bool {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let text = text.to_ascii_lowercase();
    text.len() >= 3 && DAYS.iter().any(|day| day.starts_with(&text))
}
