//! The board: all my town halls and webinars in one list.

mod page;
mod state;
mod strip;
mod table;
mod tools;

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    board, preload:
    /// The board's page.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}
