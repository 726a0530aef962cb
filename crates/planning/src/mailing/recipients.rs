//! Whom a mail goes to.

use crate::draft::{Invitee, is_email, read_addresses};
use crate::fold::in_small_letters;

/// Somebody to write to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Recipient {
    /// Name as shown; may be empty.
    pub name: String,
    /// Mail address.
    pub address: String,
}

impl Recipient {
    /// Somebody by name, which may be empty, and address.
    pub fn new(name: impl Into<String>, address: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            address: address.into(),
        }
    }

    /// What to call them in a list.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.name.trim().is_empty() {
            &self.address
        } else {
            &self.name
        }
    }
}

/// The people in a typed or pasted text, each once, and the pieces that are no address.
#[must_use]
pub fn read_recipients(text: &str) -> (Vec<Recipient>, Vec<String>) {
    let (mut people, mut odd) = (Vec::new(), Vec::new());
    for found in read_addresses(text) {
        match found {
            Ok(Invitee { name, email, .. }) => people.push(Recipient::new(name, email)),
            Err(piece) => odd.push(piece),
        }
    }
    (each_once(people), odd)
}

/// The same people, those first named; an address counts once whatever its letter case.
pub(super) fn each_once(people: Vec<Recipient>) -> Vec<Recipient> {
    let mut seen = std::collections::BTreeSet::new();
    people
        .into_iter()
        .filter(|it| is_email(&it.address))
        .filter(|it| seen.insert(in_small_letters(&it.address)))
        .collect()
}
