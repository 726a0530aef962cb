//! The live session list: on now, next, earlier today; and the watch that keeps it right.

mod announce;
mod conflicts;
mod groups;
mod page;
mod reminders;
mod row;
mod upkeep;
mod wall;
pub(crate) mod watch;

use crate::chunk::chunk;
use crate::notify;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::notify::Entry;
use virtual_events::EventId;

chunk! {
    live:
    /// The live page.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}

chunk! {
    live:
    /// Begins to keep the list of events right, together with the other tabs of this browser.
    pub(crate) fn begin_watch(workspace: Workspace) -> () {
        watch::watching(workspace);
        leptos::task::spawn_local(async move {
            // what comes meanwhile is found when notifications are looked at
            let _ = notify::begin(workspace).await;
        });
    }
}

/// Begins to keep the list of events right, where this code is loaded already.
pub(crate) fn keep_watch(workspace: Workspace) {
    watch::watching(workspace);
}

/// Reads at once what a notification tells of a session.
pub(crate) fn heed(workspace: Workspace, entry: &Entry) {
    watch::watching(workspace).heed(entry);
}

chunk! {
    live:
    /// How many of my events are at the same time as another, with the list behind it; nothing when
    /// none is.
    pub(crate) fn conflicts(workspace: Workspace) -> AnyView {
        conflicts::button(workspace)
    }
}

chunk! {
    live:
    /// What is at the same time as one event; nothing when nothing is.
    pub(crate) fn conflicts_of(workspace: Workspace, id: EventId) -> AnyView {
        conflicts::of_event(workspace, id)
    }
}
