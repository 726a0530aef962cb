//! The root component.

use crate::chunk::chunk_view;
use crate::{board, live};
use leptos::prelude::*;
use leptos_router::components::{A, FlatRoutes, Route, Router};
use leptos_router::path;

/// The whole app.
#[component]
pub(crate) fn App() -> impl IntoView {
    view! {
        <Router>
            <nav>
                <A href="/">"Board"</A>
                <A href="/live">"Live"</A>
            </nav>
            <main>
                <FlatRoutes fallback=|| "Not found">
                    <Route path=path!("/") view=|| chunk_view(board::page(), "…")/>
                    <Route path=path!("/live") view=|| chunk_view(live::page(), "…")/>
                </FlatRoutes>
            </main>
        </Router>
    }
}
