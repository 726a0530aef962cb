//! Intervals made into stays.

use virtual_events::{AttendanceInterval, AttendanceRecord, AttendanceReport, UtcInstant};

use super::{Oddities, Oddity, Stay};
use crate::clock::{from_millis, millis};

/// By how much clocks may differ before it is called odd, in milliseconds.
const CLOCKS_DIFFER: i64 = 2_000;

/// When a meeting was on, as far as its report says; and now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    start: Option<UtcInstant>,
    end: Option<UtcInstant>,
    now: UtcInstant,
}

impl Meeting {
    /// The times of a report; an end that isn't after the start is no end.
    pub(super) fn of(report: &AttendanceReport, now: UtcInstant) -> Self {
        let start = report.meeting_start;
        let end = report.meeting_end.filter(|end| start < Some(*end));
        Self { start, end, now }
    }

    /// From its start to its end, when both are known.
    pub(super) fn time(&self) -> Option<Stay> {
        let (from, to) = self.start.zip(self.end)?;
        Some(Stay { from, to })
    }

    /// Adds a record's stays; gives the told total when it is all there is, in seconds.
    pub(super) fn mend(
        &self,
        record: &AttendanceRecord,
        stays: &mut Vec<Stay>,
        oddities: &mut Oddities,
    ) -> Option<u32> {
        if record.attendance_intervals.is_empty() {
            return self.total(record, oddities);
        }
        for interval in &record.attendance_intervals {
            stays.extend(self.stay(interval, oddities));
        }
        None
    }

    /// No longer than the meeting.
    fn total(&self, record: &AttendanceRecord, oddities: &mut Oddities) -> Option<u32> {
        let told = u32::try_from(record.total_attendance_in_seconds?).ok()?;
        if told == 0 {
            return None;
        }
        oddities.note(Oddity::TotalOnly);
        let longest = self.time().map(|time| time.millis() / 1_000);
        let longest = longest.map_or(u32::MAX, |it| u32::try_from(it).unwrap_or(u32::MAX));
        Some(told.min(longest))
    }

    /// The stay of an interval; `None` when it is dropped.
    fn stay(&self, interval: &AttendanceInterval, oddities: &mut Oddities) -> Option<Stay> {
        let stay = self.complete(interval, oddities)?;
        if stay.to <= stay.from {
            if stay.to < stay.from {
                oddities.note(Oddity::EndsBeforeStart);
            }
            return None;
        }
        let stay = self.until_now(stay, oddities)?;
        self.within(stay, oddities)
    }

    /// With both ends.
    fn complete(&self, interval: &AttendanceInterval, oddities: &mut Oddities) -> Option<Stay> {
        let duration = interval.duration_in_seconds.filter(|seconds| *seconds > 0);
        let duration = duration.map(|seconds| i64::from(seconds) * 1_000);
        let moved = |instant: UtcInstant, by: i64| from_millis(millis(instant).saturating_add(by));
        match (interval.join, interval.leave) {
            (Some(from), Some(to)) => Some(Stay { from, to }),
            (Some(from), None) => {
                oddities.note(Oddity::NoLeave);
                let by_meeting = || self.end.filter(|end| from < *end);
                let to = duration
                    .map(|duration| moved(from, duration))
                    .or_else(by_meeting)?;
                Some(Stay { from, to })
            }
            (None, Some(to)) => {
                oddities.note(Oddity::NoJoin);
                let by_meeting = || self.start.filter(|start| *start < to);
                let from = duration
                    .map(|duration| moved(to, -duration))
                    .or_else(by_meeting)?;
                Some(Stay { from, to })
            }
            (None, None) => {
                oddities.note(Oddity::NoTimes);
                None
            }
        }
    }

    fn until_now(&self, stay: Stay, oddities: &mut Oddities) -> Option<Stay> {
        if stay.to <= self.now {
            return Some(stay);
        }
        oddities.note(Oddity::Future);
        let to = self.now;
        (stay.from < to).then_some(Stay { to, ..stay })
    }

    fn within(&self, stay: Stay, oddities: &mut Oddities) -> Option<Stay> {
        let from = self.start.map_or(stay.from, |start| stay.from.max(start));
        let to = self.end.map_or(stay.to, |end| stay.to.min(end));
        if to <= from {
            oddities.note(Oddity::Outside);
            return None;
        }
        let beyond = (millis(from) - millis(stay.from)).max(millis(stay.to) - millis(to));
        if beyond > CLOCKS_DIFFER {
            oddities.note(Oddity::Clipped);
        }
        Some(Stay { from, to })
    }
}

/// Makes stays disjoint and sorted: those that overlap or touch become one.
///
/// Gives how many overlapped. Doing it again changes nothing.
pub(super) fn merge(stays: &mut Vec<Stay>) -> usize {
    if stays.len() < 2 {
        return 0;
    }
    stays.sort_unstable();
    let mut overlapping = 0;
    stays.dedup_by(|next, kept| {
        if next.from > kept.to {
            return false;
        }
        overlapping += usize::from(next.from < kept.to);
        kept.to = kept.to.max(next.to);
        true
    });
    overlapping
}
