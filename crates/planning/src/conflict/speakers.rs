//! Who presents where.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use virtual_events::{EventId, Presenter};

/// Somebody who presents, as far as needed to know them again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Speaker {
    /// Name to show.
    pub name: Option<String>,
    /// Id of the identity or of the presenter.
    id: Option<String>,
    email: Option<String>,
}

impl Speaker {
    /// A presenter of an event.
    ///
    /// A user's id as presenter is the one in Entra; that of a guest is made up for each event.
    #[must_use]
    pub fn of(presenter: &Presenter) -> Self {
        let identity = presenter.identity.as_ref();
        let known = identity.and_then(|identity| identity.id.as_ref());
        let id = known.map_or(presenter.id.as_str(), AsRef::as_ref);
        let email = presenter.email.as_deref();
        let email = email.or_else(|| identity?.email.as_deref());
        let plain = |text: &str| {
            let text = text.trim();
            (!text.is_empty()).then(|| text.to_ascii_lowercase())
        };
        Self {
            name: identity.and_then(|identity| identity.display_name.clone()),
            id: plain(id),
            email: email.and_then(plain),
        }
    }

    /// What to call them; `None` if nothing is known of them.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        let known = [&self.name, &self.email].into_iter().flatten();
        known.map(String::as_str).find(|text| !text.is_empty())
    }

    /// Whether the two are one: by id or by e-mail address, without regard to case.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
        same(&self.id, &other.id) || same(&self.email, &other.email)
    }
}

/// Who presents where, as far as it is known: presenters aren't part of an event.
#[derive(Debug, Clone, Default)]
pub struct Speakers(HashMap<EventId, Vec<Speaker>>);

impl Speakers {
    /// Nothing known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes who presents at an event, in place of what was known.
    pub fn know(&mut self, event: &EventId, speakers: Vec<Speaker>) {
        self.0.insert(event.clone(), speakers);
    }

    /// Who presents at an event; nobody if it isn't known.
    #[must_use]
    pub fn at(&self, event: &EventId) -> &[Speaker] {
        self.0.get(event).map_or(&[], Vec::as_slice)
    }
}
