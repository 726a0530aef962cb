//! Attendance reports and their records.

mod calls;
mod read;
mod walk;
