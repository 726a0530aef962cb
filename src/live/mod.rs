//! The live session list: on now, next, earlier today.

mod groups;
mod page;
mod poll;
mod row;
mod sessions;

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    live, preload:
    /// The live page.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}
