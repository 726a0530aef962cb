//! What an organizer thinks in: drafts and their checks, time zones, series, the list of all events,
//! what is on now, and who may do what.
//!
//! Everything here is pure. The clock, the rules of time zones and chance come in as arguments, so
//! that the same code answers the same on any machine and in any test. Sentences are the app's:
//! this crate gives typed kinds with the data a sentence needs.

pub mod access;
pub mod attendance;
pub mod board;
pub mod bulk;
pub mod calendar;
pub mod calendar_file;
pub mod chart;
pub mod checklist;
mod clock;
pub mod conflict;
pub mod csv;
pub mod draft;
mod fold;
pub mod history;
pub mod import;
pub mod invitation;
#[cfg(test)]
mod jiff_rules;
pub mod live;
pub mod mailing;
pub mod notify;
mod phase;
pub mod qr_code;
mod reader;
pub mod registration;
pub mod role;
pub mod run;
#[cfg(test)]
mod sample;
pub mod series;
pub mod skew;
pub mod template;
pub mod when;
pub mod zones;

pub use phase::Phase;
pub use reader::Reader;
pub use time::{Date, Month, Weekday};
