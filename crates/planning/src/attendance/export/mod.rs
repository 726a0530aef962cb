//! Attendance as files for other programs.

mod json;
mod table;

pub use json::{Summary, summary_json};
pub use table::people_table;
