//! A rule read from its text.

use std::str::FromStr;

use time::{Date, Month, Weekday};
use virtual_events::{UtcInstant, WallTime};

use super::rule::WEEKDAYS;
use super::{Frequency, MOST_OCCURRENCES, Rule, RuleDay, RuleEnd, RuleError};

/// Reads `FREQ=MONTHLY;BYDAY=2TU;COUNT=12`, with or without `RRULE:` in front.
///
/// Letter case, order and blanks around don't matter; experimental parts (`X-…`) are passed over.
/// Source: RFC 5545 §3.3.10.
impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        let mut parts: Vec<(&str, &str)> = Vec::new();
        for part in text.split(';').map(str::trim).filter(|it| !it.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(|| RuleError::NotAPart {
                text: part.to_owned(),
            })?;
            if parts.iter().any(|(known, _)| *known == name) {
                let name = name.to_owned();
                return Err(RuleError::Twice { name });
            }
            parts.push((name, value));
        }
        let value = |name: &str| {
            let found = parts.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| *value)
        };
        let frequency = frequency(value("FREQ").ok_or(RuleError::NoFrequency)?)?;
        let end = end(value("COUNT"), value("UNTIL"))?;
        let mut rule = Self::new(frequency, end);
        for (name, value) in &parts {
            rule.take(name, value)?;
        }
        rule.check()?;
        Ok(rule)
    }
}

impl Rule {
    fn take(&mut self, name: &str, value: &str) -> Result<(), RuleError> {
        match name {
            "FREQ" | "COUNT" | "UNTIL" => {}
            "INTERVAL" => {
                let interval = value.parse().ok().filter(|interval| *interval > 0);
                self.interval = interval.ok_or_else(|| bad("INTERVAL", value))?;
            }
            "BYDAY" => self.days = list("BYDAY", value, rule_day)?,
            "BYMONTHDAY" => self.month_days = list("BYMONTHDAY", value, |it| within(it, 31))?,
            "BYMONTH" => {
                self.months = list("BYMONTH", value, |it| {
                    Month::try_from(it.parse::<u8>().ok()?).ok()
                })?;
            }
            "BYSETPOS" => self.positions = list("BYSETPOS", value, |it| within(it, 366))?,
            "WKST" => self.week_start = weekday(value).ok_or_else(|| bad("WKST", value))?,
            name if name.starts_with("X-") => {}
            name => {
                let name = name.to_owned();
                return Err(RuleError::NotSupported { name });
            }
        }
        Ok(())
    }

    /// Whether the parts go together (RFC 5545 §3.3.10, the table of `BYxxx` parts and the notes).
    ///
    /// # Errors
    /// What doesn't.
    pub(super) fn check(&self) -> Result<(), RuleError> {
        let frequency = self.frequency;
        if frequency == Frequency::Weekly && !self.month_days.is_empty() {
            let name = "BYMONTHDAY";
            return Err(RuleError::NotWith { name, frequency });
        }
        let of_months = matches!(frequency, Frequency::Monthly | Frequency::Yearly);
        if !of_months && self.days.iter().any(|day| day.nth.is_some()) {
            let name = "BYDAY";
            return Err(RuleError::NotWith { name, frequency });
        }
        let chooses =
            !self.days.is_empty() || !self.month_days.is_empty() || !self.months.is_empty();
        if !self.positions.is_empty() && !chooses {
            return Err(RuleError::NothingToChooseFrom);
        }
        match self.end {
            RuleEnd::Count(count) if count > MOST_OCCURRENCES => Err(RuleError::TooMany {
                limit: MOST_OCCURRENCES,
            }),
            _ => Ok(()),
        }
    }
}

fn bad(name: &'static str, value: &str) -> RuleError {
    let value = value.to_owned();
    RuleError::BadValue { name, value }
}

fn frequency(word: &str) -> Result<Frequency, RuleError> {
    let known = Frequency::ALL.iter().find(|(_, name)| *name == word);
    match known {
        Some((frequency, _)) => Ok(*frequency),
        None if ["SECONDLY", "MINUTELY", "HOURLY"].contains(&word) => {
            Err(RuleError::NotSupported {
                name: word.to_owned(),
            })
        }
        None => Err(bad("FREQ", word)),
    }
}

fn end(count: Option<&str>, until: Option<&str>) -> Result<RuleEnd, RuleError> {
    match (count, until) {
        (None, None) => Err(RuleError::Endless),
        (Some(_), Some(_)) => Err(RuleError::TwoEnds),
        (Some(text), None) => {
            let digits = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
            match text.parse() {
                Ok(0) => Err(bad("COUNT", text)),
                Ok(count) => Ok(RuleEnd::Count(count)),
                // so many that it doesn't fit
                Err(_) if digits => Err(RuleError::TooMany {
                    limit: MOST_OCCURRENCES,
                }),
                Err(_) => Err(bad("COUNT", text)),
            }
        }
        (None, Some(text)) => until_of(text).ok_or_else(|| bad("UNTIL", text)),
    }
}

/// `20271231`, `20271231T235959` or `20271231T225959Z`.
fn until_of(text: &str) -> Option<RuleEnd> {
    if let Some(local) = text.strip_suffix('Z') {
        let wall = date_time(local)?;
        let instant = wall.date_time().assume_utc().unix_timestamp() * 1000;
        return Some(RuleEnd::By(UtcInstant::from_unix_milliseconds(instant)));
    }
    if text.contains('T') {
        return date_time(text).map(RuleEnd::At);
    }
    date(text).map(RuleEnd::On)
}

/// A date of the RFC: `20271231` (§3.3.4).
pub(super) fn date(text: &str) -> Option<Date> {
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return None;
    }
    let month = Month::try_from(text.get(4..6)?.parse::<u8>().ok()?).ok()?;
    let (year, day) = (text.get(..4)?.parse().ok()?, text.get(6..)?.parse().ok()?);
    Date::from_calendar_date(year, month, day).ok()
}

/// A local date and time of the RFC: `20271231T100000`; the seconds may be missing (§3.3.5).
pub(super) fn date_time(text: &str) -> Option<WallTime> {
    let (day, clock) = text.split_once('T')?;
    let digits = matches!(clock.len(), 4 | 6) && clock.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return None;
    }
    let part = |from: usize| clock.get(from..from + 2).unwrap_or("0").parse::<u8>().ok();
    // a leap second counts as the second before it
    let second = part(4)?.min(59);
    let date_time = date(day)?.with_hms(part(0)?, part(2)?, second).ok()?;
    Some(WallTime::new(date_time))
}

fn weekday(text: &str) -> Option<Weekday> {
    let known = WEEKDAYS.iter().find(|(_, letters)| *letters == text);
    known.map(|(day, _)| *day)
}

/// `MO`, `2TU`, `-1FR`.
fn rule_day(text: &str) -> Option<RuleDay> {
    let split = text.len().checked_sub(2)?;
    let day = weekday(text.get(split..)?)?;
    match text.get(..split)? {
        "" => Some(RuleDay::every(day)),
        nth => within(nth, 53).map(|nth| RuleDay::nth(nth, day)),
    }
}

/// A whole number from 1 to `most`, or the same below zero.
fn within<N: TryFrom<i16>>(text: &str, most: i16) -> Option<N> {
    let number: i16 = text.parse().ok()?;
    let fits = number != 0 && number.abs() <= most;
    fits.then(|| N::try_from(number).ok())?
}

fn list<T: PartialEq>(
    name: &'static str,
    value: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, RuleError> {
    let mut items = Vec::new();
    for text in value.split(',') {
        let item = read(text.trim()).ok_or_else(|| bad(name, text))?;
        if !items.contains(&item) {
            items.push(item);
        }
    }
    Ok(items)
}
