//! Change notifications: subscriptions, what comes of them, and what was missed.

mod away;
mod builder;
mod entry;
mod feed;
mod held;
mod hub;
mod item;
mod list;
mod page;
mod part;
mod paste;
mod setting;
mod standing;
mod when;

use crate::chunk::chunk;
use crate::shell::Workspace;
use crate::townhall::EventState;
use leptos::prelude::*;

chunk! {
    notify:
    /// The page of all notifications.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}

chunk! {
    notify:
    /// The notifications of one event.
    pub(crate) fn part(state: EventState) -> AnyView {
        part::part(state)
    }
}

chunk! {
    notify_hub:
    /// Begins to renew and to listen, together with the other tabs of this browser.
    pub(crate) fn begin(workspace: Workspace) -> () {
        hub::hub(workspace);
    }
}
