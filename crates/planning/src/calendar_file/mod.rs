//! An event as a file that calendars open (iCalendar, RFC 5545).
//!
//! The zone travels with the event as `VTIMEZONE`, worked out of [`ZoneRules`], so that a calendar
//! that has never heard of the zone shows the right hour.
//!
//! [`ZoneRules`]: crate::zones::ZoneRules

mod changes;
mod event;
mod lines;
mod observance;
mod write;
mod yearly;

#[cfg(test)]
mod tests;

pub use event::{CalendarEvent, Organizer, Standing, uid_of};
pub use write::calendar_file;
