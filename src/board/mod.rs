//! All my events.

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    board:
    /// The board's page.
    pub(crate) fn page() -> AnyView {
        let (count, set_count) = signal(0);
        view! { <h1>"Board"</h1><button on:click=move |_| *set_count.write() += 1>{count}</button> }.into_any()
    }
}
