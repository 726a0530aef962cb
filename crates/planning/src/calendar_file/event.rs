//! What a calendar is told of an event.

use virtual_events::{EventId, UtcInstant};

use crate::zones::IanaZone;

/// An event as a calendar knows it. Texts may hold anything: they are escaped when written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The same for each file of the same event, so that a later file updates an earlier one;
    /// made by [`uid_of`].
    pub uid: String,
    /// When the file is written. A later file counts as the newer state of the event.
    pub written: UtcInstant,
    /// Title.
    pub title: String,
    /// Start.
    pub start: UtcInstant,
    /// End, later than the start.
    pub end: UtcInstant,
    /// Zone of the event's own clock. Without one, or with one that nobody knows, the times are
    /// written in UTC: the hour is right, only the clock isn't the organizer's.
    pub zone: Option<IanaZone>,
    /// Where it is, such as the name of the meeting service; may be empty.
    pub location: String,
    /// Address to join or to register at.
    pub link: Option<String>,
    /// What it is about, as plain text with line ends; may be empty.
    pub description: String,
    /// The same as HTML, for calendars that show it (`X-ALT-DESC`).
    pub html: Option<String>,
    /// Who invites. Without one the file names no method: calendars just take the event in.
    pub organizer: Option<Organizer>,
    /// Whether it takes place.
    pub standing: Standing,
}

/// Who invites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organizer {
    /// Name as shown; may be empty.
    pub name: String,
    /// Mail address.
    pub address: String,
}

/// Whether an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Confirmed,
    /// It was called off: a calendar that has it strikes it out.
    Cancelled,
}

/// The id under which calendars know an event (RFC 5545 section 3.8.4.7).
///
/// Ids of the service are opaque: what can't stand in a line is written as the hexadecimal
/// digits of its bytes, so that different ids stay different.
#[must_use]
pub fn uid_of(id: &EventId) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut uid = String::from("rostrum-");
    for byte in id.as_str().bytes() {
        if byte.is_ascii_alphanumeric() || b"-._@".contains(&byte) {
            uid.push(char::from(byte));
        } else {
            uid.push('=');
            uid.push(char::from(DIGITS[usize::from(byte >> 4)]));
            uid.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    uid
}
