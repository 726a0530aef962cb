//! Who came, and for how long.

mod api;
mod record;
mod report;

pub use api::{AttendanceReports, MeetingOwner};
pub use record::{AttendanceInterval, AttendanceRecord, AttendanceRole};
pub use report::AttendanceReport;

#[cfg(test)]
mod tests;
