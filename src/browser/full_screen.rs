//! The page over the whole screen.

use super::dynamic::{call, get};
use leptos::prelude::document;

/// Asks for the whole screen; the browser grants it after a click only, and in few frames.
pub(crate) fn enter() {
    // refused, the page is large all the same
    let page = get(&document(), "documentElement");
    let _ = call(&page, "requestFullscreen", &[]);
}

/// Gives the screen back.
pub(crate) fn leave() {
    let _ = call(&document(), "exitFullscreen", &[]);
}

/// Whether the page has the whole screen.
pub(crate) fn is_on() -> bool {
    get(&document(), "fullscreenElement").is_object()
}
