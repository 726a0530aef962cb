//! People chosen in a picker, and people of a draft.

use super::Candidate;
use planning::draft::{DraftPerson, Invitee};
use virtual_events::{TenantId, UserId};

impl Candidate {
    /// A co-organizer of a draft.
    pub(crate) fn of_person(person: &DraftPerson) -> Self {
        named(&person.name, &person.email, person.id.as_ref())
    }

    /// Somebody invited, or a presenter, of a draft.
    pub(crate) fn of_invitee(invitee: &Invitee) -> Self {
        named(&invitee.name, &invitee.email, invitee.id.as_ref())
    }

    /// As a co-organizer, of the tenant named.
    pub(crate) fn into_person(self, tenant: &str) -> DraftPerson {
        let (id, tenant_id) = at_home(self.id, tenant);
        DraftPerson {
            name: self.name,
            email: self.email.unwrap_or_default(),
            id,
            tenant_id,
        }
    }

    /// As somebody invited or a presenter: a user of the tenant named, or a guest.
    pub(crate) fn into_invitee(self, tenant: &str) -> Invitee {
        let (id, tenant_id) = at_home(self.id, tenant);
        let email = self.email.unwrap_or_default();
        // an address alone is no name
        let name = if id.is_none() && self.name == email {
            String::new()
        } else {
            self.name
        };
        Invitee {
            name,
            email,
            id,
            tenant_id,
        }
    }
}

fn at_home(id: Option<String>, tenant: &str) -> (Option<UserId>, Option<TenantId>) {
    let id = id.map(UserId::from);
    let tenant_id = id.is_some().then(|| TenantId::from(tenant.to_owned()));
    (id, tenant_id)
}

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn named(name: &str, email: &str, id: Option<&UserId>) -> Candidate {
    let id = id.map(|id| id.as_str().to_owned());
    let shown = text(name).or_else(|| text(email)).or_else(|| id.clone());
    Candidate {
        id,
        name: shown.unwrap_or_default(),
        email: text(email),
    }
}
