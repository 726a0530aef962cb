//! A new event after one that is there.

use virtual_events::EventKind;

use super::EventDraft;
use crate::zones::ZoneRules;

/// What of an event goes into its copy, as somebody chooses it. Title, time of day, length and
/// zone always do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Copied {
    /// Description.
    Description,
    /// Audience, invite only, capacity.
    Access,
    /// Registration and mail to attendees.
    Registration,
    /// Co-organizers.
    CoOrganizers,
    /// Invited attendees.
    InvitedAttendees,
    /// Presenters.
    Presenters,
}

impl Copied {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Description,
        Self::Access,
        Self::Registration,
        Self::CoOrganizers,
        Self::InvitedAttendees,
        Self::Presenters,
    ];
}

impl Copied {
    /// Those that an event of that kind has, in the order of the form.
    pub fn of_kind(kind: EventKind) -> impl Iterator<Item = Self> {
        let has = move |part: &Self| *part != Self::InvitedAttendees || kind == EventKind::Townhall;
        Self::ALL.into_iter().filter(has)
    }
}

impl EventDraft {
    /// A draft like this one on another day, with the parts that are named and nothing else.
    ///
    /// `date` is as a date input gives it; an empty one keeps the day. What the clock shows stays:
    /// ten in the morning is ten in the morning in winter and in summer.
    #[must_use]
    pub fn copied(&self, parts: &[Copied], date: &str, rules: &dyn ZoneRules) -> Self {
        let mut copy = Self {
            title: self.title.clone(),
            start_date: self.start_date.clone(),
            start_time: self.start_time.clone(),
            end_date: self.end_date.clone(),
            end_time: self.end_time.clone(),
            zone: self.zone.clone(),
            length_minutes: self.length_minutes,
            ..Self::blank(self.kind)
        };
        for part in parts {
            copy.copy(*part, self);
        }
        copy.measure(rules);
        if !date.is_empty() {
            let time = copy.start_time.clone();
            copy.set_start(date, &time, rules);
        }
        copy
    }

    fn copy(&mut self, part: Copied, from: &Self) {
        match part {
            Copied::Description => {
                self.description.clone_from(&from.description);
                self.description_markup = from.description_markup.clone();
            }
            Copied::Access => {
                self.audience = from.audience.clone();
                self.invite_only = from.invite_only;
                self.capacity.clone_from(&from.capacity);
            }
            Copied::Registration => {
                self.registration_required = from.registration_required;
                self.attendee_emails = from.attendee_emails;
            }
            Copied::CoOrganizers => self.co_organizers.clone_from(&from.co_organizers),
            Copied::InvitedAttendees => self.invited.clone_from(&from.invited),
            Copied::Presenters => self.presenters.clone_from(&from.presenters),
        }
    }
}
