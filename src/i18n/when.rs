//! Times near now, spans and pairs of clocks, in words.

use super::count;
use planning::when::{Near, Span};
use planning::{Date, Month, Weekday};

pub(crate) const YOUR_TIME: &str = "your time";
pub(crate) const NO_ZONE: &str = "no time zone given";
pub(crate) const NO_TIME: &str = "No time set";

/// A time as somebody would speak of it.
pub(crate) fn near(near: Near) -> String {
    match near {
        Near::Now => "now".to_owned(),
        Near::InMinutes(1) => "in 1 minute".to_owned(),
        Near::InMinutes(minutes) => format!("in {minutes} minutes"),
        Near::InHours { hours, minutes: 0 } => format!("in {}", counted(hours, "hour")),
        Near::InHours { hours, minutes } => format!("in {hours} h {minutes} min"),
        Near::MinutesAgo(minutes) => format!("{} ago", counted(minutes, "minute")),
        Near::HoursAgo(hours) => format!("{} ago", counted(hours, "hour")),
        Near::Today => "today".to_owned(),
        Near::Tomorrow => "tomorrow".to_owned(),
        Near::Yesterday => "yesterday".to_owned(),
        Near::OnWeekday(day) => ["on ", weekday(day)].concat(),
        Near::Date(date) => ["on ", &short(date)].concat(),
        Near::DateInYear(date) => format!("on {} {}", short(date), date.year()),
    }
}

/// `30 March 2027`.
pub(crate) fn long_date(date: Date) -> String {
    [&short(date), " ", &date.year().to_string()].concat()
}

fn short(date: Date) -> String {
    [&date.day().to_string(), " ", month_name(date.month())].concat()
}

/// A month's name.
pub(crate) const fn month_name(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
}

/// A weekday's name.
pub(crate) const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn counted(number: u32, noun: &str) -> String {
    count(number as usize, noun)
}

/// How long something is: `45 min`, `1 h 30 min`, `2 days 3 h`.
pub(crate) fn length(span: Span) -> String {
    let mut parts = Vec::new();
    if span.days > 0 {
        parts.push(counted(span.days, "day"));
    }
    if span.hours > 0 {
        parts.push(format!("{} h", span.hours));
    }
    if span.minutes > 0 || parts.is_empty() {
        parts.push(format!("{} min", span.minutes));
    }
    parts.join(" ")
}

/// How long until then, as fine as somebody would plan by: `12 days`, `1 day 3 h`, `7 h 20 min`.
pub(crate) fn until(span: Span) -> String {
    let rough = match span.days {
        0 => span,
        1 => Span { minutes: 0, ..span },
        _ => Span {
            hours: 0,
            minutes: 0,
            ..span
        },
    };
    length(rough)
}

/// A running clock: `12:05`, `1:02:05`.
pub(crate) fn running(span: Span) -> String {
    let hours = span.days * 24 + span.hours;
    if hours > 0 {
        format!("{hours}:{:02}:{:02}", span.minutes, span.seconds)
    } else {
        format!("{}:{:02}", span.minutes, span.seconds)
    }
}
