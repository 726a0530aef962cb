//! The board: all my town halls and webinars in one list.

mod page;
mod state;
mod strip;
mod table;
mod tools;

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    shell:
    /// The board's page. It is what nearly everybody sees first, so it comes with the frame.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}
