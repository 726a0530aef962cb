//! What the form leaves for the page of the event it made.

use std::cell::RefCell;
use std::rc::Rc;
use virtual_events::{Error, EventId};

thread_local! {
    // The form is gone when the page opens, so neither can hold it for the other.
    static UNPUBLISHED: RefCell<Option<(EventId, Rc<Error>)>> = const { RefCell::new(None) };
}

/// Notes that the event was saved but couldn't be published.
pub(super) fn leave_unpublished(id: EventId, error: Error) {
    UNPUBLISHED.set(Some((id, Rc::new(error))));
}

/// Why this event wasn't published, told once.
pub(super) fn take_unpublished(id: &EventId) -> Option<Rc<Error>> {
    UNPUBLISHED.with_borrow_mut(|left| left.take_if(|(of, _)| of == id).map(|(_, error)| error))
}
