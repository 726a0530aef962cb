//! Which reports are of the event itself.

use virtual_events::AttendanceReport;

use super::Schedule;

/// What a report is of, by its times against the planned ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// It was over at the scheduled start, or before it.
    Rehearsal,
    /// The event, or a part of it when the meeting was started anew. Also where a time is missing.
    Event,
    /// It began at the scheduled end, or after it: somebody opened the meeting once more.
    Afterwards,
}

impl Occasion {
    /// What a report is of.
    #[must_use]
    pub fn of(report: &AttendanceReport, schedule: &Schedule) -> Self {
        let over_before = report.meeting_end.zip(schedule.start);
        let begun_after = report.meeting_start.zip(schedule.end);
        if over_before.is_some_and(|(end, start)| end <= start) {
            Self::Rehearsal
        } else if begun_after.is_some_and(|(start, end)| start >= end) {
            Self::Afterwards
        } else {
            Self::Event
        }
    }
}

/// The reports that are of the event by default, as indices in the order of their starts.
///
/// When none is (an event held on another day than planned), all are but the rehearsals, and when
/// there are only rehearsals, all: something to look at is better than nothing.
#[must_use]
pub fn of_the_event(reports: &[AttendanceReport], schedule: &Schedule) -> Vec<usize> {
    let occasions: Vec<Occasion> = reports
        .iter()
        .map(|report| Occasion::of(report, schedule))
        .collect();
    let best = [Occasion::Event, Occasion::Afterwards, Occasion::Rehearsal]
        .into_iter()
        .find(|occasion| occasions.contains(occasion));
    let mut chosen: Vec<usize> = (0..reports.len())
        .filter(|at| best == Some(occasions[*at]))
        .collect();
    chosen.sort_by_key(|at| reports[*at].meeting_start);
    chosen
}
