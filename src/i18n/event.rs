//! What events, their states and their people are called.

use planning::Phase;
use planning::role::WhyNot;
use virtual_events::{Audience, EventKind, Role};

pub(crate) const UNTITLED: &str = "Untitled event";

/// A phase's word. A published event that is still to come is simply "Published".
pub(crate) const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Draft => "Draft",
        Phase::Upcoming => "Published",
        Phase::OnNow => "On now",
        Phase::Ended => "Ended",
        Phase::Cancelled => "Cancelled",
        Phase::Unknown => "Unknown",
    }
}

/// A kind's word.
pub(crate) const fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "Town hall",
        EventKind::Webinar => "Webinar",
    }
}

/// A kind within a sentence.
pub(crate) const fn noun(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "town hall",
        EventKind::Webinar => "webinar",
    }
}

/// A role's word.
pub(crate) const fn role(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Organizer) => "Organizer",
        Some(Role::CoOrganizer) => "Co-organizer",
        None => "Guest or attendee",
    }
}

/// Who can come.
pub(crate) fn audience(audience: Option<&Audience>) -> String {
    match audience {
        Some(Audience::Everyone) => "Everyone".to_owned(),
        Some(Audience::Organization) => "Your organization".to_owned(),
        Some(other) => other.as_str().to_owned(),
        None => "Not said".to_owned(),
    }
}

/// Why something can't be done.
pub(crate) const fn why_not(reason: WhyNot) -> &'static str {
    match reason {
        WhyNot::NotYours => "Only its organizer and co-organizers can change this event.",
        WhyNot::OrganizerOnly => {
            "Only the organizer can publish or cancel; as a co-organizer you can edit."
        }
        WhyNot::AlreadyPublished => "It is published already.",
        WhyNot::Cancelled => "It is cancelled, and that is final.",
        WhyNot::Over => "It is over.",
        WhyNot::UnknownStatus => "Its status is one that Rostrum doesn't know yet.",
    }
}

/// A title to show: events may have none.
pub(crate) fn title(title: &str) -> String {
    if title.trim().is_empty() {
        UNTITLED.to_owned()
    } else {
        title.to_owned()
    }
}
