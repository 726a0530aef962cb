//! The access check: every read the app uses is tried, and what came of it is said in a sentence.

mod answer;
mod page;
mod permissions;
mod report;
mod row;
mod state;

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    access_check:
    /// The page.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}
