//! People of a draft.

use super::EventDraft;
use crate::fold::in_small_letters;
use serde::{Deserialize, Serialize};
use virtual_events::{Identity, Presenter, TenantId, UserId};

impl EventDraft {
    /// Those who are to present, each once, as runs name them: with the name, for reports.
    #[must_use]
    pub fn presenter_identities(&self) -> Vec<Identity> {
        let mut seen = std::collections::BTreeSet::new();
        let new = self.presenters.iter().filter(|it| seen.insert(it.key()));
        new.map(Invitee::named_identity).collect()
    }
}

/// Somebody who helps; known to the directory once there is an id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DraftPerson {
    /// Name as shown or as typed.
    pub name: String,
    /// Mail address, for telling people of one name apart.
    pub email: String,
    /// Entra object id; `None` for somebody typed and not found.
    pub id: Option<UserId>,
    /// Home tenant; the service wants it with co-organizers.
    pub tenant_id: Option<TenantId>,
}

impl DraftPerson {
    /// As the service names a co-organizer; `None` without an id.
    #[must_use]
    pub fn identity(&self) -> Option<Identity> {
        let id = self.id.clone()?;
        Some(Identity {
            id: Some(id),
            tenant_id: self.tenant_id.clone(),
            ..Identity::default()
        })
    }

    /// By what two are the same person.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.id {
            Some(id) => id.as_str().to_ascii_lowercase(),
            None => in_small_letters(&self.name),
        }
    }

    /// A co-organizer as the service names them.
    #[must_use]
    pub fn of(identity: &Identity) -> Self {
        Self {
            name: identity.display_name.clone().unwrap_or_default(),
            email: identity.email.clone().unwrap_or_default(),
            id: identity.id.clone(),
            tenant_id: identity.tenant_id.clone(),
        }
    }
}

impl From<Invitee> for DraftPerson {
    fn from(who: Invitee) -> Self {
        Self {
            name: who.name,
            email: who.email,
            id: who.id,
            tenant_id: who.tenant_id,
        }
    }
}

impl From<DraftPerson> for Invitee {
    fn from(who: DraftPerson) -> Self {
        Self {
            name: who.name,
            email: who.email,
            id: who.id,
            tenant_id: who.tenant_id,
        }
    }
}

/// Somebody who is invited: a user of a tenant, or a guest by mail address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Invitee {
    /// Name; a guest without one is named by the part of the address before the `@`.
    pub name: String,
    /// Mail address; may be empty for a user.
    pub email: String,
    /// Entra object id of a user.
    pub id: Option<UserId>,
    /// Home tenant of a user.
    pub tenant_id: Option<TenantId>,
}

impl Invitee {
    /// A guest by mail address.
    #[must_use]
    pub fn guest(name: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            email: email.into(),
            ..Self::default()
        }
    }

    /// As requests name them: a user by id, a guest by name and address.
    #[must_use]
    pub fn identity(&self) -> Identity {
        match &self.id {
            Some(id) => Identity {
                tenant_id: self.tenant_id.clone(),
                ..Identity::user(id.clone())
            },
            None => {
                let before_at = self.email.split('@').next().unwrap_or_default();
                let name = if self.name.is_empty() {
                    before_at
                } else {
                    self.name.as_str()
                };
                Identity::guest(name, self.email.as_str())
            }
        }
    }

    /// As the service names them, with a user's name too; requests leave it out.
    #[must_use]
    pub fn named_identity(&self) -> Identity {
        let identity = self.identity();
        if self.name.is_empty() || identity.display_name.is_some() {
            return identity;
        }
        identity.named(self.name.as_str())
    }

    /// Somebody as the service names them.
    #[must_use]
    pub fn of(identity: &Identity) -> Self {
        // the service makes up ids for guests: only of a user it says who it is
        let is_guest = identity.kind() == Some(virtual_events::IdentityKind::Guest);
        Self {
            name: identity.display_name.clone().unwrap_or_default(),
            email: identity.email.clone().unwrap_or_default(),
            id: identity.id.clone().filter(|_| !is_guest),
            tenant_id: identity.tenant_id.clone(),
        }
    }

    /// A presenter; `None` of whom nothing is said by which to know them again.
    #[must_use]
    pub fn presenting(presenter: &Presenter) -> Option<Self> {
        let mut who = presenter
            .identity
            .as_ref()
            .map(Self::of)
            .unwrap_or_default();
        if who.email.is_empty() {
            who.email = presenter.email.clone().unwrap_or_default();
        }
        (who.id.is_some() || !who.email.is_empty()).then_some(who)
    }

    /// By what two invitations are the same.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.id {
            Some(id) => id.as_str().to_ascii_lowercase(),
            None => in_small_letters(&self.email),
        }
    }

    /// Name and address, or whichever there is.
    #[must_use]
    pub fn label(&self) -> String {
        match (self.name.is_empty(), self.email.is_empty()) {
            (false, false) => [self.name.as_str(), " <", &self.email, ">"].concat(),
            (true, _) => self.email.clone(),
            (_, true) => self.name.clone(),
        }
    }
}
