//! Who came, and for how long.

mod api;
mod page;
mod read;
mod record;
mod report;
mod walk;

pub use api::{AttendanceReports, ExpandedReport, MeetingOwner};
pub use page::{Misread, RecordPage};
pub use record::{AttendanceInterval, AttendanceRecord, AttendanceRole};
pub use report::AttendanceReport;
pub use walk::{FetchedRecords, RecordWalk};

#[cfg(test)]
mod tests;
