//! From a rule to occurrences: days first, then what the clocks say.

use time::{Date, Month, PrimitiveDateTime};
use virtual_events::{UtcInstant, WallTime};

use super::period::{Period, period};
use super::{Frequency, MOST_OCCURRENCES, Rule, RuleDay, RuleEnd, RuleError};
use crate::clock::{MINUTE, from_millis, millis, wall_from_millis, wall_millis};
use crate::draft::Side;
use crate::zones::{IanaZone, LocalResult, Offset, ZoneRules, to_instant, to_wall};

/// Years after the start in which occurrences are looked for.
const YEARS_AHEAD: i32 = 200;

/// A town hall that repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// How it repeats.
    pub rule: Rule,
    /// Start of the first one, on the clocks of `zone` (`DTSTART`). It is an occurrence only if the
    /// rule names its day.
    pub first: WallTime,
    /// Length of each, in minutes of real time: over a change of the clocks an hour stays an hour.
    pub minutes: u32,
    /// The zone whose clocks count.
    pub zone: IanaZone,
    /// Occurrences that are left out (`EXDATE`), by what the rule says as their start.
    pub exceptions: Vec<WallTime>,
}

/// All occurrences of a series.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expansion {
    /// In order; those left out by an exception are among them.
    pub occurrences: Vec<Occurrence>,
    /// Days that the rule names between the first and the last and the calendar doesn't have.
    pub missing: Vec<NoSuchDay>,
    /// Exceptions that are no occurrence.
    pub idle_exceptions: Vec<WallTime>,
}

impl Expansion {
    /// The occurrences that take place.
    pub fn planned(&self) -> impl Iterator<Item = &Occurrence> {
        let all = self.occurrences.iter();
        all.filter(|one| one.standing == Standing::Planned)
    }
}

/// One of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Its number in the rule, from 1; those left out are counted.
    pub number: usize,
    /// Start as the rule has it, which is its name in the series (`RECURRENCE-ID`).
    pub original: WallTime,
    /// What the clocks show at the start; differs from `original` where that is skipped.
    pub start: WallTime,
    /// When it starts.
    pub starts: UtcInstant,
    /// What the clocks show at the end.
    pub end: WallTime,
    /// When it ends.
    pub ends: UtcInstant,
    /// Offset of the zone at the start.
    pub offset: Offset,
    /// What the clocks do to the start.
    pub clock: ClockNote,
    /// Which start is meant, if the clocks show it twice.
    pub start_side: Option<Side>,
    /// Which end is meant, if the clocks show it twice.
    pub end_side: Option<Side>,
    /// Whether it takes place.
    pub standing: Standing,
}

/// What the clocks do to the start of an occurrence.
///
/// Source: RFC 5545 §3.3.5, which §3.3.10 refers to: over a gap the offset before it counts, of two
/// times the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClockNote {
    /// They show it once.
    Plain,
    /// They skip it: it starts later on the clock, by the length of the gap.
    Skipped,
    /// They show it twice: the first is meant.
    Twice,
}

/// Whether an occurrence takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It does.
    Planned,
    /// It is left out by an exception.
    LeftOut,
}

/// A day that a rule names and the calendar doesn't have: it is passed over (RFC 5545 §3.3.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoSuchDay {
    /// 31 February.
    OfMonth {
        /// Year.
        year: i32,
        /// Month.
        month: Month,
        /// Day, from the month's end if negative.
        day: i8,
    },
    /// The fifth Monday of a month that has four.
    OfWeek {
        /// Year.
        year: i32,
        /// Month; `None` if the days of the year are counted.
        month: Option<Month>,
        /// The nth of which weekday.
        day: RuleDay,
    },
}

impl Series {
    /// All occurrences, in the zone's wall time, across changes of the clocks.
    ///
    /// # Errors
    /// [`RuleError::TooMany`], [`RuleError::TooSeldom`] and [`RuleError::UnknownZone`]; for rules
    /// that weren't read from text also what [`str::parse`] refuses.
    pub fn expand(&self, rules: &dyn ZoneRules) -> Result<Expansion, RuleError> {
        self.rule.check()?;
        let mut expansion = Expansion::default();
        let first_day = self.first.date_time().date();
        let time = self.first.date_time().time();
        for index in 0.. {
            let Some(found) = self.period(first_day, index) else {
                return self.ran_out(expansion);
            };
            let Period { days, missing } = found;
            for day in days.into_iter().filter(|day| *day >= first_day) {
                let original = WallTime::new(PrimitiveDateTime::new(day, time));
                let number = expansion.occurrences.len() + 1;
                let one = self.occurrence(number, original, rules)?;
                if self.is_behind(&one) {
                    return Ok(expansion.closed(self));
                }
                if number > usize::from(MOST_OCCURRENCES) {
                    let limit = MOST_OCCURRENCES;
                    return Err(RuleError::TooMany { limit });
                }
                expansion.occurrences.push(one);
            }
            expansion.missing.extend(missing);
            if matches!(self.rule.end, RuleEnd::Count(count) if expansion.occurrences.len() >= usize::from(count))
            {
                return Ok(expansion.closed(self));
            }
        }
        Ok(expansion)
    }

    fn period(&self, first_day: Date, index: u32) -> Option<Period> {
        let ahead = period(&self.rule, first_day, index)?;
        // a period without days has no year to look at; its distance tells as much
        let years = match self.rule.frequency {
            Frequency::Daily => index / 366,
            Frequency::Weekly => index / 53,
            Frequency::Monthly => index / 12,
            Frequency::Yearly => index,
        };
        let years = i64::from(years) * i64::from(self.rule.interval);
        (years <= i64::from(YEARS_AHEAD)).then_some(ahead)
    }

    fn is_behind(&self, one: &Occurrence) -> bool {
        match self.rule.end {
            RuleEnd::Count(count) => one.number > usize::from(count),
            RuleEnd::On(day) => one.original.date_time().date() > day,
            RuleEnd::At(wall) => one.original > wall,
            RuleEnd::By(instant) => one.starts > instant,
        }
    }

    /// The calendar ended before the rule did.
    fn ran_out(&self, expansion: Expansion) -> Result<Expansion, RuleError> {
        match self.rule.end {
            RuleEnd::Count(_) => Err(RuleError::TooSeldom {
                found: expansion.occurrences.len(),
            }),
            _ => Ok(expansion.closed(self)),
        }
    }

    fn occurrence(
        &self,
        number: usize,
        original: WallTime,
        rules: &dyn ZoneRules,
    ) -> Result<Occurrence, RuleError> {
        let unknown = || RuleError::UnknownZone {
            name: self.zone.as_str().to_owned(),
        };
        let (starts, start, clock) = match to_instant(original, &self.zone, rules) {
            LocalResult::Single(instant) => (instant, original, ClockNote::Plain),
            LocalResult::Overlap { earlier, .. } => (earlier, original, ClockNote::Twice),
            LocalResult::Gap {
                shifted,
                shifted_wall,
            } => (shifted, shifted_wall, ClockNote::Skipped),
            LocalResult::UnknownZone => return Err(unknown()),
        };
        let ends = from_millis(millis(starts).saturating_add(i64::from(self.minutes) * MINUTE));
        let end = to_wall(ends, &self.zone, rules).ok_or_else(unknown)?;
        let end_side = match to_instant(end, &self.zone, rules) {
            LocalResult::Overlap { earlier, .. } if earlier == ends => Some(Side::Earlier),
            LocalResult::Overlap { .. } => Some(Side::Later),
            _ => None,
        };
        let left_out = self.exceptions.contains(&original);
        Ok(Occurrence {
            number,
            original,
            start,
            starts,
            end,
            ends,
            offset: offset(start, starts),
            clock,
            start_side: (clock == ClockNote::Twice).then_some(Side::Earlier),
            end_side,
            standing: if left_out {
                Standing::LeftOut
            } else {
                Standing::Planned
            },
        })
    }
}

fn offset(wall: WallTime, instant: UtcInstant) -> Offset {
    let seconds = (wall_millis(wall) - millis(instant)) / 1000;
    Offset::from_seconds(i32::try_from(seconds).unwrap_or(0))
}

impl Expansion {
    /// Without what lies outside the series, and with the exceptions that hit nothing.
    fn closed(mut self, series: &Series) -> Self {
        let first = parts(series.first.date_time().date());
        let last = match series.rule.end {
            RuleEnd::On(day) => Some(day),
            RuleEnd::At(wall) => Some(wall.date_time().date()),
            RuleEnd::By(instant) => Some(wall_from_millis(millis(instant)).date_time().date()),
            RuleEnd::Count(_) => {
                let last = self.occurrences.last();
                last.map(|one| one.original.date_time().date())
            }
        };
        self.missing.retain(|missing| {
            let place = missing.place();
            place >= first && last.is_some_and(|last| place <= parts(last))
        });
        let occurs = |at: &WallTime| self.occurrences.iter().any(|one| one.original == *at);
        let exceptions = series.exceptions.iter();
        self.idle_exceptions = exceptions.filter(|it| !occurs(it)).copied().collect();
        self
    }
}

impl NoSuchDay {
    /// Year, month and day, as far as it has them, for comparison with days that there are.
    fn place(self) -> (i32, u8, u8) {
        match self {
            Self::OfMonth { year, month, day } => {
                (year, u8::from(month), u8::try_from(day).unwrap_or(1))
            }
            Self::OfWeek { year, month, .. } => (year, month.map_or(12, u8::from), 28),
        }
    }
}

fn parts(date: Date) -> (i32, u8, u8) {
    (date.year(), u8::from(date.month()), date.day())
}
