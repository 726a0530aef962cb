//! The live session list.

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    live:
    /// The live page.
    pub(crate) fn page() -> AnyView {
        view! { <h1>"Live"</h1> }.into_any()
    }
}
