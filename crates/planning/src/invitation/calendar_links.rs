//! Links that open a web calendar's form for a new entry, filled in.
//!
//! None of the services documents its parameters officially; these are the ones in general use.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use virtual_events::UtcInstant;

use super::Invitation;
use crate::clock::{from_millis, millis};

/// All but the unreserved characters of RFC 3986 section 2.3.
pub(super) const STRICT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Longest text of an entry, in characters: servers refuse addresses that are much longer.
const LONGEST_TEXT: usize = 1_500;

/// A calendar on the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalendarService {
    /// Outlook on the web with a work or school account (Microsoft 365).
    Office365,
    /// Outlook on the web with a personal account.
    Outlook,
    /// Google Calendar.
    Google,
    /// Yahoo Calendar.
    Yahoo,
}

impl CalendarService {
    /// All services, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Office365, Self::Outlook, Self::Google, Self::Yahoo];
}

/// The address that offers to add the event to a calendar of `service`.
///
/// Times go in UTC, so that no service has to know the event's zone.
#[must_use]
pub fn add_to(
    service: CalendarService,
    invitation: &Invitation,
    start: UtcInstant,
    end: UtcInstant,
    location: &str,
) -> String {
    let title = invitation.subject();
    let text = fitting(invitation);
    let (from, to) = (seconds(start), seconds(end));
    let (basic_from, basic_to) = (basic(&from), basic(&to));
    match service {
        CalendarService::Office365 => {
            outlook("outlook.office.com", &title, &text, location, &from, &to)
        }
        CalendarService::Outlook => {
            outlook("outlook.live.com", &title, &text, location, &from, &to)
        }
        CalendarService::Google => address(
            "https://calendar.google.com/calendar/render",
            &[
                ("action", "TEMPLATE"),
                ("text", &title),
                ("dates", &[basic_from.as_str(), "/", &basic_to].concat()),
                ("details", &text),
                ("location", location),
            ],
        ),
        CalendarService::Yahoo => address(
            "https://calendar.yahoo.com/",
            &[
                ("v", "60"),
                ("title", &title),
                ("st", &basic_from),
                ("et", &basic_to),
                ("desc", &text),
                ("in_loc", location),
            ],
        ),
    }
}

fn outlook(host: &str, title: &str, text: &str, location: &str, from: &str, to: &str) -> String {
    address(
        &["https://", host, "/calendar/deeplink/compose"].concat(),
        &[
            ("path", "/calendar/action/compose"),
            ("rru", "addevent"),
            ("subject", title),
            ("startdt", from),
            ("enddt", to),
            ("location", location),
            ("body", text),
        ],
    )
}

fn address(base: &str, parameters: &[(&str, &str)]) -> String {
    let mut out = base.to_owned();
    for (at, (name, value)) in parameters.iter().enumerate() {
        out.push(if at == 0 { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        out.extend(utf8_percent_encode(value, STRICT));
    }
    out
}

/// The text of the entry: all of it, or what matters if that is too long.
fn fitting(invitation: &Invitation) -> String {
    let invitation = invitation.untitled();
    let whole = invitation.plain();
    if whole.chars().count() <= LONGEST_TEXT {
        return whole;
    }
    invitation
        .in_short()
        .plain()
        .chars()
        .take(LONGEST_TEXT)
        .collect()
}

/// `2027-06-01T08:00:00Z`, without fractions.
fn seconds(instant: UtcInstant) -> String {
    from_millis(millis(instant).div_euclid(1000) * 1000).to_string()
}

/// `20270601T080000Z`.
fn basic(extended: &str) -> String {
    extended.replace(['-', ':'], "")
}
