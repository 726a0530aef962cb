//! The calendar: events laid out by day, week and month on the reader's clock.
//!
//! Days are the reader's own: one of them may have 23 or 25 hours, and an event may lie on several.

mod address;
mod day;
mod month;
mod walk;
mod week;

#[cfg(test)]
mod tests;

pub use address::{CalendarView, day_of, day_text};
pub use day::{Day, Entry, Part, days};
pub use month::{Month, month};
pub use walk::{Walk, walked};
pub use week::{Block, HourMark, WeekDay, week, week_of};
