//! Two people edited one event: what each of them changed, and where they disagree.

use serde::{Deserialize, Serialize};
use virtual_events::EventKind;

use super::{EventDraft, Field};

/// What of an event is compared, and chosen, as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Topic {
    /// Title.
    Title,
    /// Description with its markup.
    Description,
    /// Start, end and zone: half of one and half of another would be a time nobody meant.
    When,
    /// Whether attendees register.
    Registration,
    /// Whether attendees get e-mails.
    AttendeeEmails,
    /// Co-organizers.
    CoOrganizers,
    /// Invited attendees.
    InvitedAttendees,
}

impl Topic {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::Description,
        Self::When,
        Self::Registration,
        Self::AttendeeEmails,
        Self::CoOrganizers,
        Self::InvitedAttendees,
    ];

    /// The input whose comparison covers all of it.
    const fn compared_by(self) -> Field {
        match self {
            Self::Title => Field::Title,
            Self::Description => Field::Description,
            // an end differs when the start does, or the zone
            Self::When => Field::EndTime,
            Self::Registration => Field::Registration,
            Self::AttendeeEmails => Field::AttendeeEmails,
            Self::CoOrganizers => Field::CoOrganizers,
            Self::InvitedAttendees => Field::InvitedAttendees,
        }
    }
}

/// An edit brought together with what others changed meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciled {
    /// My edit with everything that only others changed; what is disputed is as I have it.
    pub draft: EventDraft,
    /// What only others changed.
    pub taken: Vec<Topic>,
    /// What both changed, each in another way: somebody has to choose.
    pub disputed: Vec<Topic>,
}

impl EventDraft {
    /// Brings an edit together with what others changed since it began.
    ///
    /// `before` is the event as the edit began with it, `theirs` the event as it is now. What is
    /// fixed after creation can't differ by an edit and is taken as it is now.
    #[must_use]
    pub fn reconcile(&self, before: &Self, theirs: &Self, kind: EventKind) -> Reconciled {
        let mut reconciled = Reconciled {
            draft: Self {
                kind: theirs.kind,
                audience: theirs.audience.clone(),
                invite_only: theirs.invite_only,
                capacity: theirs.capacity.clone(),
                ..self.clone()
            },
            taken: Vec::new(),
            disputed: Vec::new(),
        };
        for topic in Topic::ALL {
            let field = topic.compared_by();
            if !theirs.differs(before, field, kind) || !self.differs(theirs, field, kind) {
                continue;
            }
            if self.differs(before, field, kind) {
                reconciled.disputed.push(topic);
            } else {
                reconciled.draft.take(topic, theirs);
                reconciled.taken.push(topic);
            }
        }
        reconciled
    }

    /// Takes one topic as `theirs` has it.
    pub fn take(&mut self, topic: Topic, theirs: &Self) {
        match topic {
            Topic::Title => self.title.clone_from(&theirs.title),
            Topic::Description => {
                self.description.clone_from(&theirs.description);
                self.description_markup = theirs.description_markup.clone();
            }
            Topic::When => {
                self.start_date.clone_from(&theirs.start_date);
                self.start_time.clone_from(&theirs.start_time);
                self.end_date.clone_from(&theirs.end_date);
                self.end_time.clone_from(&theirs.end_time);
                self.zone.clone_from(&theirs.zone);
                self.start_side = theirs.start_side;
                self.end_side = theirs.end_side;
                self.length_minutes = theirs.length_minutes;
            }
            Topic::Registration => self.registration_required = theirs.registration_required,
            Topic::AttendeeEmails => self.attendee_emails = theirs.attendee_emails,
            Topic::CoOrganizers => {
                self.co_organizers.clone_from(&theirs.co_organizers);
                self.co_organizer_typed
                    .clone_from(&theirs.co_organizer_typed);
            }
            Topic::InvitedAttendees => {
                self.invited.clone_from(&theirs.invited);
                self.invited_typed.clone_from(&theirs.invited_typed);
            }
        }
    }
}
