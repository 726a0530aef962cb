//! Drafts that aren't sent yet.

pub(crate) const UNFINISHED: &str = "Unfinished";
pub(crate) const EDIT: &str = "Changes to an event";
pub(crate) const DISCARDED: &str = "Draft discarded";
pub(crate) const LOST: &str = "This browser couldn't bring that back: storage is off or full.";

/// When it was typed.
pub(crate) fn typed(when: &str) -> String {
    ["typed ", when].concat()
}

/// Forgets one of them.
pub(crate) fn discard(title: &str) -> String {
    ["Discard ", title].concat()
}
