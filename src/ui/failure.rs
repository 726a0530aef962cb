//! What is shown when something can't go on.

use leptos::prelude::*;

/// A chunk could not be loaded: network gone, or a new version was deployed.
pub(crate) fn chunk_missing() -> impl IntoView {
    view! {
        <section class="failure" role="alert">
            <h2>"This part of Rostrum couldn't be loaded"</h2>
            <p>"The connection may be down, or a new version may have been installed meanwhile."</p>
            <button on:click=|_| { let _ = window().location().reload(); }>"Reload"</button>
        </section>
    }
}
