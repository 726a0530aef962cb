//! Somebody of the directory.

use serde::{Deserialize, Serialize};

/// Somebody of the directory: a member, or a guest from another organization.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Person {
    /// Object id.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) given: String,
    pub(crate) surname: String,
    /// User principal name.
    pub(crate) upn: String,
    pub(crate) mail: Option<String>,
    pub(crate) job: String,
    pub(crate) department: String,
    /// `Member` or `Guest`.
    pub(crate) user_type: String,
}

impl Person {
    /// Whether `name` is the principal name or the mail address, in any case.
    pub(crate) fn answers_to(&self, name: &str) -> bool {
        self.upn.eq_ignore_ascii_case(name)
            || self
                .mail
                .as_deref()
                .is_some_and(|mail| mail.eq_ignore_ascii_case(name))
    }

    /// Whether they come from another organization.
    pub(crate) fn is_guest(&self) -> bool {
        self.user_type == "Guest"
    }
}
