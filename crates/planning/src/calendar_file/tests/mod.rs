//! Files are read back by `icalendar`, a parser that shares nothing with the writer.

mod reader;
mod texts;
mod zones;

use virtual_events::UtcInstant;

use super::{CalendarEvent, Organizer, Standing};
use crate::jiff_rules::utc;
use crate::zones::IanaZone;

/// An hour in Berlin, in the summer.
fn event() -> CalendarEvent {
    in_zone("Europe/Berlin", utc("2027-06-01T08:00Z"))
}

/// An hour from that instant.
fn in_zone(zone: &'static str, start: UtcInstant) -> CalendarEvent {
    CalendarEvent {
        uid: "rostrum-1@tenant".to_owned(),
        written: utc("2027-01-01T12:00:00.250Z"),
        title: "Quarterly update".to_owned(),
        start,
        end: start.after(std::time::Duration::from_secs(3_600)),
        zone: Some(IanaZone::new(zone)),
        location: "Microsoft Teams".to_owned(),
        link: Some("https://teams.example/join/1".to_owned()),
        description: "Figures, plans; questions".to_owned(),
        html: None,
        organizer: Some(Organizer {
            name: "Ana Ruiz".to_owned(),
            address: "ana@contoso.example".to_owned(),
        }),
        standing: Standing::Confirmed,
    }
}
