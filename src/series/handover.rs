//! What the form leaves for the page that makes a series of it.

use planning::draft::EventDraft;
use std::cell::RefCell;

thread_local! {
    // The form is gone when the page opens, and what it keeps may still be on its way to the disk.
    static LEFT: RefCell<Option<(String, EventDraft)>> = const { RefCell::new(None) };
}

/// Leaves the draft of that name, which shall repeat.
pub(crate) fn leave(name: &str, draft: EventDraft) {
    LEFT.set(Some((name.to_owned(), draft)));
}

/// The draft of that name; it stays, for Back and Forward.
pub(super) fn left(name: &str) -> Option<EventDraft> {
    LEFT.with_borrow(|left| {
        let (_, draft) = left.as_ref().filter(|(of, _)| of == name)?;
        Some(draft.clone())
    })
}

/// Forgets it: it has become a series.
pub(super) fn forget() {
    LEFT.set(None);
}
