//! The live session list: on now, next, earlier today; and the watch that keeps it right.

mod announce;
mod groups;
mod page;
mod reminders;
mod row;
mod upkeep;
mod wall;
pub(crate) mod watch;

use crate::chunk::chunk;
use crate::shell::Workspace;
use leptos::prelude::*;

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
    }
}
