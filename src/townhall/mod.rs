//! One event: its page, making one, editing one. Town halls and webinars alike.

mod checklist;
mod event_page;
mod form;
mod handover;
mod people;
mod registration;
mod session;
mod share;
mod way_back;

use crate::chunk::chunk;
pub(crate) use event_page::state::EventState;
use leptos::prelude::*;
use virtual_events::{EventId, EventKind};

chunk! {
    event, preload_event:
    /// The page of one event.
    pub(crate) fn event_page(kind: EventKind, id: EventId) -> AnyView {
        event_page::page(kind, id)
    }
}

chunk! {
    form, preload_form:
    /// The form for a new event.
    pub(crate) fn new_page(kind: EventKind) -> AnyView {
        form::new_page(kind)
    }
}

chunk! {
    form:
    /// The form for an event that is there already.
    pub(crate) fn edit_page(kind: EventKind, id: EventId) -> AnyView {
        form::edit_page(kind, id)
    }
}
