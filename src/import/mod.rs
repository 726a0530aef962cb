//! Town halls out of a file.

mod choices;
mod columns;
mod directory;
mod page;
mod preview;
mod row;
mod send;
mod source;
mod state;
mod survey;

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    import:
    /// The page for importing.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}
