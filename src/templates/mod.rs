//! Events to begin others from: one's own, the organization's, and any event as it is.

mod begin;
mod duplicate;
mod page;
mod row;
mod shelf;

use crate::chunk::chunk;
use crate::townhall::EventState;
use leptos::prelude::*;

chunk! {
    templates:
    /// All templates.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}

chunk! {
    duplicate:
    /// What the dialog asks before an event is copied; `done` closes it.
    pub(crate) fn duplicate(event: EventState, done: Callback<()>) -> AnyView {
        duplicate::question(event, done)
    }
}

chunk! {
    duplicate:
    /// What the dialog asks before an event becomes a template; `done` closes it.
    pub(crate) fn save_as_template(event: EventState, done: Callback<()>) -> AnyView {
        duplicate::name_template(event, done)
    }
}
