//! A week by the hour: where each event stands in its day's column.

use time::{Date, Duration, Weekday};
use virtual_events::{UtcInstant, WallTime};

use super::day::{Day, Entry, days};
use crate::Reader;
use crate::board::BoardRow;
use crate::clock::{HOUR, from_millis, millis};

/// Least height of an event, so that a short one can still be read and hit: half an hour.
const LEAST: i64 = HOUR / 2;

/// A day of the week with its events in place.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekDay {
    /// Which.
    pub date: Date,
    /// Its full hours in real time: 23 or 25 of them where the clocks change.
    pub hours: Vec<HourMark>,
    /// Its events.
    pub blocks: Vec<Block>,
}

/// A full hour of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HourMark {
    /// When it is.
    pub at: UtcInstant,
    /// What the reader's clock shows.
    pub wall: WallTime,
    /// Where it stands in the day, 0 to 1.
    pub top: f64,
}

/// An event's place in the column of its day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// The event, and how much of it lies on this day.
    pub entry: Entry,
    /// Where it begins, 0 to 1 of the day.
    pub top: f64,
    /// How much of the day it takes, at most up to the day's end.
    pub height: f64,
    /// Its lane among events at the same time, from 0.
    pub lane: usize,
    /// How many lanes there are beside each other.
    pub lanes: usize,
}

/// The first and the last day of the week with `date` in it.
#[must_use]
pub fn week_of(date: Date, week_start: Weekday) -> (Date, Date) {
    let into = 7 + date.weekday().number_days_from_monday() - week_start.number_days_from_monday();
    let first = date.checked_sub(Duration::days(i64::from(into % 7)));
    let first = first.unwrap_or(date);
    let last = first.checked_add(Duration::days(6)).unwrap_or(Date::MAX);
    (first, last)
}

/// The week with `date` in it, which begins on `week_start`.
#[must_use]
pub fn week(
    rows: &[BoardRow],
    date: Date,
    week_start: Weekday,
    reader: &Reader<'_>,
) -> Vec<WeekDay> {
    let (first, last) = week_of(date, week_start);
    let days = days(rows, first, last, reader);
    days.iter().map(|day| week_day(day, reader)).collect()
}

fn week_day(day: &Day, reader: &Reader<'_>) -> WeekDay {
    let begins = millis(reader.start_of(day.date));
    let next = day.date.next_day().unwrap_or(day.date);
    let length = (millis(reader.start_of(next)) - begins).max(HOUR);
    let part = |of: i64| of as f64 / length as f64;
    let hours = (0..(length + HOUR - 1) / HOUR).map(|hour| {
        let at = from_millis(begins + hour * HOUR);
        HourMark {
            at,
            wall: reader.wall(at),
            top: part(hour * HOUR),
        }
    });
    let spans: Vec<(i64, i64)> = day
        .entries
        .iter()
        .map(|entry| {
            let from = (millis(entry.starts) - begins).clamp(0, length);
            let to = (millis(entry.ends) - begins).clamp(0, length);
            // one that is too short is drawn longer, and begins earlier at the day's end
            let to = to.max(from + LEAST).min(length);
            (from.min(length - LEAST), to)
        })
        .collect();
    let lanes = lanes(&spans);
    let blocks = day.entries.iter().zip(&spans).zip(lanes);
    let blocks = blocks.map(|((entry, (from, to)), (lane, lanes))| Block {
        entry: *entry,
        top: part(*from),
        height: part(to - from),
        lane,
        lanes,
    });
    WeekDay {
        date: day.date,
        hours: hours.collect(),
        blocks: blocks.collect(),
    }
}

/// Lane and number of lanes for each span; the spans come in the order of their beginnings.
///
/// Spans that meet, directly or by others between them, share the width in as many lanes as are
/// needed at once.
fn lanes(spans: &[(i64, i64)]) -> Vec<(usize, usize)> {
    let mut placed = vec![(0, 1); spans.len()];
    let mut group = 0;
    // where each lane of the group is free again
    let mut free: Vec<i64> = Vec::new();
    for (index, (from, to)) in spans.iter().enumerate() {
        if free.iter().all(|until| until <= from) {
            close(&mut placed[group..index], free.len());
            (group, free) = (index, Vec::new());
        }
        let lane = match free.iter().position(|until| until <= from) {
            Some(lane) => {
                free[lane] = *to;
                lane
            }
            None => {
                free.push(*to);
                free.len() - 1
            }
        };
        placed[index].0 = lane;
    }
    close(&mut placed[group..], free.len());
    placed
}

fn close(group: &mut [(usize, usize)], lanes: usize) {
    for (_, all) in group {
        *all = lanes.max(1);
    }
}
