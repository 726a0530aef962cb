//! The page over the whole screen.

use leptos::prelude::document;

/// Asks for the whole screen; the browser grants it after a click only, and in few frames.
pub(crate) fn enter() {
    // refused, the page is large all the same
    let _ = document()
        .document_element()
        .map(|page| page.request_fullscreen());
}

/// Gives the screen back.
pub(crate) fn leave() {
    document().exit_fullscreen();
}

/// Whether the page has the whole screen.
pub(crate) fn is_on() -> bool {
    document().fullscreen_element().is_some()
}
