//! The days of one period: a day, a week, a month or a year of a rule.

use time::{Date, Duration, Month};

use super::{Frequency, NoSuchDay, Rule, RuleDay};

/// The days that a rule names in one period.
#[derive(Debug, Default)]
pub(super) struct Period {
    /// In order, each once.
    pub(super) days: Vec<Date>,
    /// What the rule names and the calendar doesn't have.
    pub(super) missing: Vec<NoSuchDay>,
}

/// The days of the `index`th period from the one with `first` in it; `None` beyond the calendar.
pub(super) fn period(rule: &Rule, first: Date, index: u32) -> Option<Period> {
    let ahead = i32::try_from(index.checked_mul(u32::from(rule.interval))?).ok()?;
    let mut period = match rule.frequency {
        Frequency::Daily => {
            let day = first.checked_add(Duration::days(i64::from(ahead)))?;
            Period {
                days: vec![day],
                missing: Vec::new(),
            }
        }
        Frequency::Weekly => week(rule, first, ahead)?,
        Frequency::Monthly => {
            let months = i32::from(u8::from(first.month())) - 1 + ahead;
            let month = Month::try_from(u8::try_from(months.rem_euclid(12)).ok()? + 1).ok()?;
            let year = first.year().checked_add(months.div_euclid(12))?;
            Date::from_calendar_date(year, month, 1).ok()?;
            let mut period = Period::default();
            month_of(rule, first, (year, month), &mut period);
            period
        }
        Frequency::Yearly => year_of(rule, first, first.year().checked_add(ahead)?)?,
    };
    period.days.retain(|day| limits(rule, *day));
    period.days.sort_unstable();
    period.days.dedup();
    if !rule.positions.is_empty() {
        period.days = chosen(rule, &period.days);
    }
    Some(period)
}

fn week(rule: &Rule, first: Date, ahead: i32) -> Option<Period> {
    let into_week = i64::from(
        (7 + first.weekday().number_days_from_monday() - rule.week_start.number_days_from_monday())
            % 7,
    );
    let start = first.checked_add(Duration::days(i64::from(ahead) * 7 - into_week))?;
    let mut days = Vec::new();
    for day in 0..7 {
        let date = start.checked_add(Duration::days(day))?;
        let named = if rule.days.is_empty() {
            date.weekday() == first.weekday()
        } else {
            rule.days.iter().any(|it| it.weekday == date.weekday())
        };
        if named {
            days.push(date);
        }
    }
    let missing = Vec::new();
    Some(Period { days, missing })
}

fn month_of(rule: &Rule, first: Date, (year, month): (i32, Month), period: &mut Period) {
    if !rule.month_days.is_empty() {
        for day in &rule.month_days {
            // with days of the week too, both must be true, and a missing day is no loss
            let absence = if rule.days.is_empty() {
                Absence::Told
            } else {
                Absence::PassedOver
            };
            by_number(*day, (year, month), absence, period);
        }
    } else if !rule.days.is_empty() {
        let length = month.length(year);
        let Ok(start) = Date::from_calendar_date(year, month, 1) else {
            return;
        };
        for day in &rule.days {
            by_weekday(*day, start, u16::from(length), period);
        }
    } else {
        let day = i8::try_from(first.day()).unwrap_or(31);
        by_number(day, (year, month), Absence::Told, period);
    }
}

fn year_of(rule: &Rule, first: Date, year: i32) -> Option<Period> {
    let mut period = Period::default();
    let start = Date::from_calendar_date(year, Month::January, 1).ok()?;
    if !rule.months.is_empty() {
        for month in &rule.months {
            month_of(rule, first, (year, *month), &mut period);
        }
    } else if !rule.month_days.is_empty() {
        for month in 1..=12 {
            month_of(
                rule,
                first,
                (year, Month::try_from(month).ok()?),
                &mut period,
            );
        }
    } else if !rule.days.is_empty() {
        for day in &rule.days {
            by_weekday(*day, start, time::util::days_in_year(year), &mut period);
        }
    } else {
        month_of(rule, first, (year, first.month()), &mut period);
    }
    Some(period)
}

/// What becomes of a day that a month doesn't have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Absence {
    Told,
    PassedOver,
}

/// The day of the month with that number, from its end if negative.
fn by_number(number: i8, (year, month): (i32, Month), absence: Absence, period: &mut Period) {
    let length = i16::from(month.length(year));
    let number = i16::from(number);
    let day = if number > 0 {
        number
    } else {
        length + 1 + number
    };
    let date = u8::try_from(day)
        .ok()
        .and_then(|day| Date::from_calendar_date(year, month, day).ok());
    match date {
        Some(date) => period.days.push(date),
        None if absence == Absence::Told => period.missing.push(NoSuchDay::OfMonth {
            year,
            month,
            day: i8::try_from(number).unwrap_or(31),
        }),
        None => {}
    }
}

/// The days of the week, or the nth of them, among the `length` days from `start`.
fn by_weekday(day: RuleDay, start: Date, length: u16, period: &mut Period) {
    let all: Vec<Date> = (0..i64::from(length))
        .filter_map(|ahead| start.checked_add(Duration::days(ahead)))
        .filter(|date| date.weekday() == day.weekday)
        .collect();
    match day.nth {
        None => period.days.extend(all),
        Some(nth) => match from_either_end(&all, i16::from(nth)) {
            Some(date) => period.days.push(date),
            None => period.missing.push(NoSuchDay::OfWeek {
                year: start.year(),
                // a period longer than a month is a year
                month: (length <= 31).then(|| start.month()),
                day,
            }),
        },
    }
}

fn from_either_end(days: &[Date], nth: i16) -> Option<Date> {
    let index = usize::from(nth.unsigned_abs()).checked_sub(1)?;
    if nth > 0 {
        days.get(index).copied()
    } else {
        days.iter().rev().nth(index).copied()
    }
}

/// The parts of the rule that only take days away.
fn limits(rule: &Rule, day: Date) -> bool {
    let month = rule.months.is_empty() || rule.months.contains(&day.month());
    let number = rule.month_days.is_empty() || {
        let from_start = i16::from(day.day());
        let from_end = from_start - i16::from(day.month().length(day.year())) - 1;
        rule.month_days
            .iter()
            .any(|it| i16::from(*it) == from_start || i16::from(*it) == from_end)
    };
    month && number && weekday_limits(rule, day)
}

fn weekday_limits(rule: &Rule, day: Date) -> bool {
    // where no numbers are given, the days of the week made the set themselves
    let made_the_set = rule.month_days.is_empty() && rule.frequency != Frequency::Daily;
    if rule.days.is_empty() || made_the_set {
        return true;
    }
    rule.days
        .iter()
        .any(|it| it.weekday == day.weekday() && it.nth.is_none_or(|nth| is_nth(rule, day, nth)))
}

/// Whether a day is the nth of its weekday in the month, or in the year if the rule is of years.
fn is_nth(rule: &Rule, day: Date, nth: i8) -> bool {
    let of_year = rule.frequency == Frequency::Yearly && rule.months.is_empty();
    let (position, length) = if of_year {
        (day.ordinal(), time::util::days_in_year(day.year()))
    } else {
        let length = day.month().length(day.year());
        (u16::from(day.day()), u16::from(length))
    };
    let from_start = (position - 1) / 7 + 1;
    let from_end = (length - position) / 7 + 1;
    let wanted = if nth > 0 { from_start } else { from_end };
    wanted == u16::from(nth.unsigned_abs())
}

fn chosen(rule: &Rule, days: &[Date]) -> Vec<Date> {
    let mut chosen: Vec<Date> = rule
        .positions
        .iter()
        .filter_map(|position| from_either_end(days, *position))
        .collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}
