//! How many were there at each moment.

use virtual_events::UtcInstant;

use super::{Attendee, Course, Roll, Stay};
use crate::clock::millis;

/// From this moment to the next step, so many were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: UtcInstant,
    /// How many.
    pub count: u32,
}

/// The moment when most were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peak {
    /// How many.
    pub count: u32,
    /// When it was reached first.
    pub at: UtcInstant,
}

/// How many were there at each moment, exactly: a step function.
///
/// Before the first step there was nobody, at the last one the last person left. No two steps are at
/// one moment, none has the count of the one before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Curve {
    /// The steps, earliest first.
    pub steps: Vec<Step>,
}

impl Curve {
    /// The curve of the audience.
    #[must_use]
    pub fn of_audience(roll: &Roll) -> Self {
        Self::of(roll.audience())
    }

    /// The curve of those people.
    #[must_use]
    pub fn of<'p>(people: impl Iterator<Item = &'p Attendee>) -> Self {
        Self::of_stays(people.flat_map(|person| person.stays.iter().copied()))
    }

    /// Sweeps over all comings and goings, in O(n log n).
    pub(super) fn of_stays(stays: impl Iterator<Item = Stay>) -> Self {
        let (mut joins, mut leaves): (Vec<_>, Vec<_>) =
            stays.map(|stay| (stay.from, stay.to)).unzip();
        joins.sort_unstable();
        leaves.sort_unstable();
        let mut steps: Vec<Step> = Vec::new();
        let (mut joined, mut left) = (0, 0);
        while let Some(&leave) = leaves.get(left) {
            let at = joins.get(joined).map_or(leave, |join| leave.min(*join));
            while joins.get(joined) == Some(&at) {
                joined += 1;
            }
            while leaves.get(left) == Some(&at) {
                left += 1;
            }
            let count = u32::try_from(joined.saturating_sub(left)).unwrap_or(u32::MAX);
            if steps.last().map_or(0, |step| step.count) != count {
                steps.push(Step { at, count });
            }
        }
        Self { steps }
    }

    /// How many were there at that moment.
    #[must_use]
    pub fn at(&self, moment: UtcInstant) -> u32 {
        let after = self.steps.partition_point(|step| step.at <= moment);
        let step = after.checked_sub(1).and_then(|at| self.steps.get(at));
        step.map_or(0, |step| step.count)
    }

    /// When most were there; `None` when nobody ever was.
    #[must_use]
    pub fn peak(&self) -> Option<Peak> {
        // of equal ones the first: `max_by_key` would give the last
        let highest = self.steps.iter().rev().max_by_key(|step| step.count)?;
        Some(Peak {
            count: highest.count,
            at: highest.at,
        })
    }

    /// How many of the peak were there at that moment, in `0.0..=1.0`; `None` when nobody ever was.
    #[must_use]
    pub fn retention(&self, moment: UtcInstant) -> Option<f64> {
        let peak = self.peak()?;
        Some(f64::from(self.at(moment)) / f64::from(peak.count))
    }

    /// How many were there for at least half of the course; `None` when it has no length.
    #[must_use]
    pub fn median(&self, course: &Course) -> Option<u32> {
        let length = course.millis();
        let peak = self.peak().map_or(0, |peak| peak.count);
        // how long each number of people was there
        let mut lengths = vec![0_i64; peak as usize + 1];
        self.through(course, |count, millis| lengths[count as usize] += millis);
        let mut passed = 0;
        let median = lengths.iter().position(|millis| {
            passed += millis;
            passed * 2 >= length
        });
        median.filter(|_| length > 0).map(|count| count as u32)
    }

    /// How many were there on average over the course; `None` when it has no length.
    #[must_use]
    pub fn average(&self, course: &Course) -> Option<f64> {
        let length = course.millis();
        let mut sum = 0.0;
        self.through(course, |count, millis| {
            sum += f64::from(count) * millis as f64;
        });
        (length > 0).then(|| sum / length as f64)
    }

    /// Each stretch of the course with a number of people and its length in milliseconds.
    fn through(&self, course: &Course, mut each: impl FnMut(u32, i64)) {
        let mut from = course.begin;
        let mut count = self.at(from);
        let begun = self.steps.partition_point(|step| step.at <= from);
        for step in self.steps.iter().skip(begun) {
            if step.at >= course.end {
                break;
            }
            each(count, millis(step.at) - millis(from));
            (from, count) = (step.at, step.count);
        }
        each(count, (millis(course.end) - millis(from)).max(0));
    }

    /// At most about `most` steps that look the same when drawn that wide: of each slice of time the
    /// first, the last, the highest and the lowest step. Peaks keep their height and time.
    #[must_use]
    pub fn resampled(&self, most: usize) -> Self {
        let (Some(first), Some(last)) = (self.steps.first(), self.steps.last()) else {
            return Self::default();
        };
        if self.steps.len() <= most {
            return self.clone();
        }
        let slices = i64::try_from(most / 4).unwrap_or(i64::MAX).max(1);
        let begin = millis(first.at);
        let width = (millis(last.at) - begin) / slices + 1;
        let slice = |step: &Step| (millis(step.at) - begin) / width;
        let mut steps = Vec::with_capacity(most);
        for slice in self.steps.chunk_by(|one, other| slice(one) == slice(other)) {
            let highest = slice.iter().rev().max_by_key(|step| step.count);
            let lowest = slice.iter().min_by_key(|step| step.count);
            let mut kept: Vec<Step> = [slice.first(), highest, lowest, slice.last()]
                .into_iter()
                .flatten()
                .copied()
                .collect();
            kept.sort_by_key(|step| step.at);
            kept.dedup();
            steps.extend(kept);
        }
        Self { steps }
    }
}
