//! Single reads of an event, to be looked at as they are answered.

use super::Events;
use crate::client::{Call, Probe};
use crate::scope::READ_EVENTS;
use crate::{EventId, UserId};

impl Events {
    /// What [`get`](Self::get) reads.
    #[must_use]
    pub fn probe(&self, id: &EventId) -> Probe {
        Probe::of_call(Call::get(self.event(id), READ_EVENTS))
    }

    /// What [`RegistrationConfigurations::get`](crate::RegistrationConfigurations::get) reads.
    #[must_use]
    pub fn registration_configuration_probe(&self, id: &EventId) -> Probe {
        let target = self.event(id).word("registrationConfiguration");
        Probe::of_call(Call::get(target, READ_EVENTS))
    }

    /// What [`Registrations::by_user`](crate::Registrations::by_user) reads.
    #[must_use]
    pub fn registration_probe(&self, id: &EventId, user: &UserId) -> Probe {
        let key = [("userId", user.as_str())];
        let target = self.event(id).word("registrations").parameters(&key);
        Probe::of_call(Call::get(target, READ_EVENTS))
    }
}
