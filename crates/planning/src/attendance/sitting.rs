//! One report with its records.

use virtual_events::{AttendanceRecord, AttendanceReport};

/// One report with the records that could be read of it.
///
/// The service makes a report each time a meeting ends: a rehearsal, an event, a restart of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting {
    /// The report.
    pub report: AttendanceReport,
    /// Its records, in any order.
    pub records: Vec<AttendanceRecord>,
    /// How many records came that couldn't be read at all, or not entirely.
    pub misread: usize,
}

impl Sitting {
    /// A report and its records, all of them read well.
    #[must_use]
    pub fn new(report: AttendanceReport, records: Vec<AttendanceRecord>) -> Self {
        Self {
            report,
            records,
            misread: 0,
        }
    }
}
