//! The file itself.

use virtual_events::UtcInstant;

use super::event::{CalendarEvent, Standing};
use super::lines::{Lines, basic, quoted};
use super::observance::Timezone;
use crate::clock::{MINUTE, from_millis, millis};
use crate::draft::is_email;
use crate::zones::{IanaZone, LocalResult, ZoneRules, to_instant, to_wall};

/// The beginning of 2020, UTC, from which the revisions of files are counted.
const FIRST_REVISION: i64 = 1_577_836_800_000;

/// Writes the event as an iCalendar file: UTF-8, lines ended by CR LF.
///
/// Media type `text/calendar`. With an organizer it is a published event (`METHOD:PUBLISH`) or
/// its cancellation (`METHOD:CANCEL`, RFC 5546); nobody is asked to answer.
#[must_use]
pub fn calendar_file(event: &CalendarEvent, rules: &dyn ZoneRules) -> String {
    let mut lines = Lines::default();
    let organizer = event.organizer.as_ref();
    let organizer = organizer.filter(|it| is_email(&it.address));
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Rostrum//Rostrum//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    if organizer.is_some() {
        let method = match event.standing {
            Standing::Confirmed => "PUBLISH",
            Standing::Cancelled => "CANCEL",
        };
        lines.plain("METHOD", method);
    }
    let clock = Clock::of(event, rules);
    if let Some(clock) = &clock {
        clock.timezone.write(clock.zone.as_str(), &mut lines);
    }
    lines.plain("BEGIN", "VEVENT");
    lines.text("UID", &event.uid);
    lines.plain("DTSTAMP", &utc(event.written));
    lines.plain("SEQUENCE", &revision(event.written).to_string());
    match &clock {
        Some(Clock {
            zone, start, end, ..
        }) => {
            let name = |name: &str| [name, ";TZID=", zone.as_str()].concat();
            lines.plain(&name("DTSTART"), start);
            lines.plain(&name("DTEND"), end);
        }
        None => {
            lines.plain("DTSTART", &utc(event.start));
            lines.plain("DTEND", &utc(event.end));
        }
    }
    lines.text("SUMMARY", &event.title);
    lines.text("LOCATION", &event.location);
    lines.text("DESCRIPTION", &event.description);
    if let Some(html) = &event.html {
        lines.text("X-ALT-DESC;FMTTYPE=text/html", html);
    }
    if let Some(link) = &event.link {
        lines.address("URL;VALUE=URI", link);
    }
    if let Some(organizer) = organizer {
        let name = organizer.name.trim();
        let named = match name {
            "" => "ORGANIZER".to_owned(),
            _ => ["ORGANIZER;CN=", &quoted(name)].concat(),
        };
        lines.address(&named, &["mailto:", &organizer.address].concat());
    }
    let status = match event.standing {
        Standing::Confirmed => "CONFIRMED",
        Standing::Cancelled => "CANCELLED",
    };
    lines.plain("STATUS", status);
    lines.plain("TRANSP", "OPAQUE");
    lines.plain("END", "VEVENT");
    lines.plain("END", "VCALENDAR");
    lines.into_text()
}

/// The event on the clock of its own zone.
struct Clock<'a> {
    zone: &'a IanaZone,
    timezone: Timezone,
    start: String,
    end: String,
}

impl<'a> Clock<'a> {
    /// `None` where UTC says it better: for UTC itself, for a zone that nobody knows, and when
    /// the clock shows one of the times twice, which calendars read in one way or the other.
    fn of(event: &'a CalendarEvent, rules: &dyn ZoneRules) -> Option<Self> {
        let zone = event.zone.as_ref()?;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte);
        if zone.is_utc() || !zone.as_str().bytes().all(plain) {
            return None;
        }
        let clearly = |instant: UtcInstant| {
            let wall = to_wall(instant, zone, rules)?;
            let once = matches!(to_instant(wall, zone, rules), LocalResult::Single(_));
            once.then(|| basic(&wall.to_string()))
        };
        Some(Self {
            zone,
            start: clearly(event.start)?,
            end: clearly(event.end)?,
            timezone: Timezone::around(zone, event.start, event.end, rules)?,
        })
    }
}

/// `20270601T080000Z`; calendars count in seconds.
fn utc(instant: UtcInstant) -> String {
    let seconds = millis(instant).div_euclid(1000);
    basic(&from_millis(seconds * 1000).to_string())
}

/// Minutes since the beginning of 2020: nobody counts how often an event was changed, and of two
/// files the later one is to win (RFC 5545 section 3.8.7.4).
fn revision(written: UtcInstant) -> i64 {
    ((millis(written) - FIRST_REVISION) / MINUTE).max(0)
}
