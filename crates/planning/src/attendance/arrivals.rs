//! When people came.

use virtual_events::UtcInstant;

use super::{Course, Roll, Schedule};
use crate::clock::{from_millis, millis};

/// Widths of bins to choose from, in seconds.
const WIDTHS: [i64; 9] = [10, 30, 60, 120, 300, 600, 900, 1_800, 3_600];
/// How many bins are still easy to read.
const MOST_BINS: i64 = 40;
/// Nobody waits longer than that: who came earlier is counted in one number. In milliseconds.
const LONGEST_WAIT: i64 = 30 * 60_000;

/// How many came first within one stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArrivalBin {
    /// Where it begins, in seconds after [`Arrivals::start`]; negative before it.
    pub from_seconds: i32,
    /// How many came.
    pub count: u32,
}

/// When the audience came first, as a histogram from half an hour before the start at most to the
/// event's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrivals {
    /// The moment that the bins are counted from: planned start, else the real one.
    pub start: UtcInstant,
    /// Width of each bin, in seconds.
    pub width_seconds: i32,
    /// The bins, earliest first, without gaps; one of them begins at the start.
    pub bins: Vec<ArrivalBin>,
    /// How many came before the first bin.
    pub earlier: u32,
    /// How many came after the last one.
    pub later: u32,
}

impl Arrivals {
    /// The arrivals at an event; `None` when nobody's time is known.
    #[must_use]
    pub fn of(roll: &Roll) -> Option<Self> {
        let course = roll.course?;
        let start = counted_from(&roll.schedule, &course);
        let mut offsets: Vec<i64> = roll
            .audience()
            .filter_map(|person| Some(millis(person.first_join()?) - millis(start)))
            .collect();
        offsets.sort_unstable();
        let first = (*offsets.first()?).max(-LONGEST_WAIT);
        let last = (*offsets.last()?).min(millis(course.end) - millis(start));
        let width = width(first.min(0), last.max(0));
        let (from, to) = (
            first.min(0).div_euclid(width),
            last.max(0).div_euclid(width),
        );
        let count = |from: i64, to: i64| {
            let until = |moment: i64| offsets.partition_point(|offset| *offset < moment);
            u32::try_from(until(to).saturating_sub(until(from))).unwrap_or(u32::MAX)
        };
        let bins = (from..=to).map(|bin| ArrivalBin {
            from_seconds: seconds(bin * width),
            count: count(bin * width, (bin + 1) * width),
        });
        Some(Self {
            start,
            width_seconds: seconds(width),
            bins: bins.collect(),
            earlier: count(i64::MIN, from * width),
            later: count((to + 1) * width, i64::MAX),
        })
    }

    /// When a bin begins.
    #[must_use]
    pub fn begin(&self, bin: &ArrivalBin) -> UtcInstant {
        from_millis(millis(self.start).saturating_add(i64::from(bin.from_seconds) * 1_000))
    }
}

/// The planned start; for an event held on another day than planned, the real one.
fn counted_from(schedule: &Schedule, course: &Course) -> UtcInstant {
    let as_planned = |start: &UtcInstant| {
        *start < course.end && schedule.end.is_none_or(|end| course.begin < end)
    };
    schedule.start.filter(as_planned).unwrap_or(course.begin)
}

/// The narrowest width, in milliseconds, that fits the time into few enough bins.
fn width(from: i64, to: i64) -> i64 {
    let fits = |width: &&i64| (to - from) / (**width * 1_000) < MOST_BINS;
    let width = WIDTHS.iter().find(fits).copied();
    // days are cut into hours, longer ones into so many parts
    let hours = || ((to - from) / 3_600_000 / MOST_BINS + 1) * 3_600;
    width.unwrap_or_else(hours) * 1_000
}

fn seconds(millis: i64) -> i32 {
    i32::try_from(millis / 1_000).unwrap_or(i32::MAX)
}
