//! What the directory knows of the people in a file.

use std::collections::BTreeMap;

use crate::draft::{DraftPerson, Invitee};
use crate::fold::in_small_letters;

/// The people of a file, as far as the directory has been asked about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    people: BTreeMap<String, Option<DraftPerson>>,
}

impl Directory {
    /// Notes who an address belongs to; `None` for nobody.
    pub fn insert(&mut self, email: &str, person: Option<DraftPerson>) {
        self.people.insert(in_small_letters(email.trim()), person);
    }

    /// Whether it has been asked about an address.
    #[must_use]
    pub fn knows(&self, email: &str) -> bool {
        self.people.contains_key(&in_small_letters(email.trim()))
    }

    /// Who an address belongs to.
    #[must_use]
    pub fn person(&self, email: &str) -> Option<&DraftPerson> {
        self.people
            .get(&in_small_letters(email.trim()))
            .and_then(Option::as_ref)
    }

    /// Somebody invited or presenting: a user where the directory knows one, else the guest.
    pub(super) fn invitee(&self, guest: &Invitee) -> Invitee {
        match self.person(&guest.email) {
            Some(person) => Invitee {
                name: person.name.clone(),
                email: guest.email.clone(),
                id: person.id.clone(),
                tenant_id: person.tenant_id.clone(),
            },
            None => guest.clone(),
        }
    }
}
