//! What the form holds.

use serde::{Deserialize, Serialize};
use virtual_events::{Audience, BodyType, EventKind, UtcInstant, WallTime};

use super::{DraftPerson, Invitee, Side};
use crate::Reader;
use crate::clock::{DAY, HOUR, from_millis, millis, wall_from_millis, wall_millis};
use crate::zones::{IanaZone, LocalResult, to_instant};

/// An event as typed: every input keeps its text, right or wrong, so that nothing is lost.
///
/// [`EventDraft::new`] is filled so that a title alone makes it valid. `Default` is an empty
/// form of a town hall, which is what a stored draft falls back to where it lacks something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct EventDraft {
    /// Which kind of event it is to be. Invite only, capacity and invited attendees are of no
    /// account for a webinar, see [`EventDraft::invites`].
    #[serde(with = "super::kept_kind")]
    pub kind: EventKind,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// How the description is marked up.
    pub description_markup: BodyType,
    /// Date of the start as a date input gives it: `2027-03-30`.
    pub start_date: String,
    /// Time of the start as a time input gives it: `10:00`.
    pub start_time: String,
    /// Date of the end.
    pub end_date: String,
    /// Time of the end.
    pub end_time: String,
    /// Zone of both: an IANA name, or a name of the service's that nobody knows.
    pub zone: String,
    /// Which is meant if the clock shows the start twice.
    pub start_side: Option<Side>,
    /// Which is meant if the clock shows the end twice.
    pub end_side: Option<Side>,
    /// Who can come. Fixed at creation.
    pub audience: Audience,
    /// Whether only those invited can come. Fixed at creation.
    pub invite_only: bool,
    /// Expected number of attendees; empty for none. Fixed at creation.
    pub capacity: String,
    /// Whether attendees register.
    pub registration_required: bool,
    /// Whether attendees get e-mails.
    pub attendee_emails: bool,
    /// Co-organizers chosen so far.
    pub co_organizers: Vec<DraftPerson>,
    /// What stands in the co-organizers' input and isn't chosen yet.
    pub co_organizer_typed: String,
    /// Attendees invited so far.
    pub invited: Vec<Invitee>,
    /// Mail addresses that stand in the invitation's input, apart by commas, semicolons or lines.
    pub invited_typed: String,
    /// Who is to present; they are added once the event is there, so this isn't part of an edit.
    pub presenters: Vec<Invitee>,
    /// What stands in the presenters' input and isn't chosen yet.
    pub presenters_typed: String,
    /// How long it last was while both times could be read, in minutes: the end moves with the
    /// start by it. Kept apart because a date input is empty while somebody types into it.
    pub length_minutes: u32,
}

impl Default for EventDraft {
    fn default() -> Self {
        Self {
            kind: EventKind::Townhall,
            title: String::new(),
            description: String::new(),
            description_markup: BodyType::Text,
            start_date: String::new(),
            start_time: String::new(),
            end_date: String::new(),
            end_time: String::new(),
            zone: String::new(),
            start_side: None,
            end_side: None,
            audience: Audience::Organization,
            invite_only: false,
            capacity: String::new(),
            registration_required: false,
            attendee_emails: true,
            co_organizers: Vec::new(),
            co_organizer_typed: String::new(),
            invited: Vec::new(),
            invited_typed: String::new(),
            presenters: Vec::new(),
            presenters_typed: String::new(),
            length_minutes: Self::DEFAULT_MINUTES,
        }
    }
}

impl EventDraft {
    /// Length of a new event, in minutes.
    pub const DEFAULT_MINUTES: u32 = 60;

    /// An empty form for an event of that kind, with what the service assumes of such when
    /// nothing is said: a webinar's attendees register.
    #[must_use]
    pub fn blank(kind: EventKind) -> Self {
        Self {
            kind,
            registration_required: kind == EventKind::Webinar,
            ..Self::default()
        }
    }

    /// A new draft: for an hour from the first full hour that is a day away in the reader's zone,
    /// for the organization, not by invitation only, with mails; a webinar with registration, a
    /// town hall without.
    ///
    /// An hour that the clock skips or shows twice is passed over. Where the service has no zone
    /// like the reader's, the draft is in UTC.
    #[must_use]
    pub fn new(kind: EventKind, reader: &Reader<'_>) -> Self {
        let zone = reader.zone.canonical();
        let usable = zone.to_windows().is_some()
            && to_instant(reader.wall(reader.now), &zone, reader.rules) != LocalResult::UnknownZone;
        let zone = if usable { zone } else { IanaZone::UTC };
        let there = Reader {
            zone: &zone,
            ..*reader
        };
        let (start, end) = first_full_hour(&there);
        let mut draft = Self {
            zone: zone.as_str().to_owned(),
            ..Self::blank(kind)
        };
        (draft.start_date, draft.start_time) = texts(start);
        (draft.end_date, draft.end_time) = texts(end);
        draft
    }

    /// Whether such an event invites attendees by name, can be for them only, and is given a
    /// capacity: a town hall. A webinar's request must hold nothing of it.
    ///
    /// Source: Graph "Create virtualEventWebinar".
    #[must_use]
    pub fn invites(&self) -> bool {
        self.kind == EventKind::Townhall
    }
}

/// The first hour from full to full a day away that the clock shows just once.
fn first_full_hour(reader: &Reader<'_>) -> (WallTime, WallTime) {
    let once = |wall| match to_instant(wall, reader.zone, reader.rules) {
        LocalResult::Single(instant) => Some(instant),
        _ => None,
    };
    let a_day_away = wall_millis(reader.wall(from_millis(millis(reader.now) + DAY)));
    let full = a_day_away + (HOUR - a_day_away.rem_euclid(HOUR)) % HOUR;
    let length = i64::from(EventDraft::DEFAULT_MINUTES) * 60_000;
    let hour = |ahead: i64| {
        let start = wall_from_millis(full + ahead * HOUR);
        let end = reader.wall(from_millis(millis(once(start)?) + length));
        once(end).map(|_: UtcInstant| (start, end))
    };
    // the hours around a change of the clocks are few
    (0..6)
        .find_map(hour)
        .unwrap_or_else(|| (wall_from_millis(full), wall_from_millis(full + length)))
}

/// A wall time as date and time inputs take it.
pub(super) fn texts(wall: WallTime) -> (String, String) {
    let text = wall.to_string();
    match text.split_once('T') {
        // seconds are shown only where somebody set them elsewhere
        Some((date, time)) => (
            date.to_owned(),
            time.strip_suffix(":00").unwrap_or(time).to_owned(),
        ),
        None => (text, String::new()),
    }
}
