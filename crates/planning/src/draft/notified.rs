//! Who gets a mail, for the question before publishing or cancelling.

use virtual_events::VirtualEvent;

use super::{EventDraft, request};

/// Who gets a mail of an event being published or cancelled.
///
/// Organizer, co-organizers and presenters always do (Graph `virtualEventSettings`); presenters
/// aren't part of the event and have to be counted by the caller. How many others hear of it,
/// nobody can say beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Notified {
    /// Co-organizers.
    pub co_organizers: usize,
    /// Attendees invited by name or address.
    pub invited: usize,
    /// Whether attendees get mail at all.
    pub attendees: AttendeeMail,
}

/// Whether attendees get mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttendeeMail {
    /// They do.
    On,
    /// They don't.
    Off,
    /// The service didn't say.
    Unknown,
}

impl Notified {
    /// Who gets a mail of an event.
    #[must_use]
    pub fn of_event(event: &VirtualEvent) -> Self {
        let emails = event
            .settings
            .and_then(|settings| settings.is_attendee_email_notification_enabled);
        Self {
            co_organizers: event.co_organizers.len(),
            invited: event.invited_attendees.len(),
            attendees: match emails {
                Some(true) => AttendeeMail::On,
                Some(false) => AttendeeMail::Off,
                None => AttendeeMail::Unknown,
            },
        }
    }

    /// Who will get a mail of a draft once it is published.
    #[must_use]
    pub fn of_draft(draft: &EventDraft) -> Self {
        Self {
            co_organizers: request::co_organizers(draft).len(),
            invited: request::invited(draft).len(),
            attendees: if draft.attendee_emails {
                AttendeeMail::On
            } else {
                AttendeeMail::Off
            },
        }
    }
}
