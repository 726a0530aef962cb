//! Whether people are called by their names.

use super::Attendee;

/// Whether people are called by their names, or by a word and their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names<'w> {
    /// By name, else by e-mail address.
    Shown,
    /// By that word and the person's number: "Attendee 12".
    Hidden(&'w str),
}

impl Names<'_> {
    /// What somebody is called; `None` when nothing is known to call them by.
    #[must_use]
    pub fn call(&self, person: &Attendee) -> Option<String> {
        match self {
            Self::Shown => person.name.clone().or_else(|| person.email.clone()),
            Self::Hidden(word) => Some([word, " ", &person.number.to_string()].concat()),
        }
    }

    /// Whether e-mail addresses, ids and whatever else leads to a person may be seen.
    #[must_use]
    pub fn are_shown(&self) -> bool {
        matches!(self, Self::Shown)
    }
}
