//! One person.

use virtual_events::{RegistrationId, UserId, UtcInstant};

use super::{Kind, Part, Stay};

/// Somebody who came, all their records taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// Number from 1 in the order of arrival: it stands for the name where names are hidden.
    pub number: u32,
    /// Entra object id, or another id that the service gave.
    pub id: Option<UserId>,
    /// Name as shown in the meeting; others have typed it, so it may hold anything.
    pub name: Option<String>,
    /// E-mail address, its domain in small letters.
    pub email: Option<String>,
    /// Where they come from.
    pub kind: Kind,
    /// Their part, of several the strongest.
    pub part: Part,
    /// When they were there: sorted, apart from each other, none of them empty.
    pub stays: Vec<Stay>,
    /// Seconds there by the service's count, only when it told no times.
    pub told_seconds: Option<u32>,
    /// The registration they came with.
    pub registration: Option<RegistrationId>,
}

impl Attendee {
    /// When they came first.
    #[must_use]
    pub fn first_join(&self) -> Option<UtcInstant> {
        self.stays.first().map(|stay| stay.from)
    }

    /// When they left for good.
    #[must_use]
    pub fn last_leave(&self) -> Option<UtcInstant> {
        self.stays.last().map(|stay| stay.to)
    }

    /// Full seconds there, time out not counted; `None` when nothing is known.
    #[must_use]
    pub fn seconds(&self) -> Option<u32> {
        if self.stays.is_empty() {
            return self.told_seconds;
        }
        let millis: i64 = self.stays.iter().map(Stay::millis).sum();
        Some(u32::try_from(millis / 1_000).unwrap_or(u32::MAX))
    }

    /// The part of the e-mail address behind the `@`.
    #[must_use]
    pub fn domain(&self) -> Option<&str> {
        let (_, domain) = self.email.as_deref()?.rsplit_once('@')?;
        (!domain.is_empty()).then_some(domain)
    }

    /// Whether they count as audience: neither on stage, nor running it, nor a program.
    #[must_use]
    pub fn is_audience(&self) -> bool {
        self.part <= Part::Attendee && self.kind != Kind::Application
    }

    /// Whether they were there at some moment from `from` until before `to`.
    #[must_use]
    pub fn was_there(&self, from: UtcInstant, to: UtcInstant) -> bool {
        let asked = Stay { from, to };
        self.stays.iter().any(|stay| stay.meets(&asked))
    }
}
