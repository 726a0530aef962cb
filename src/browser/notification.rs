//! Notifications of the browser.

use super::dynamic::{call, get, make};
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

const CLASS: &str = "Notification";

/// Whether the browser shows notifications of this app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Allowed {
    /// It does.
    Yes,
    /// Nobody was asked yet.
    Ask,
    /// It doesn't, or can't, as in a frame or a private window.
    No,
}

/// What the browser says now.
pub(crate) fn allowed() -> Allowed {
    let class = get(&window(), CLASS);
    match get(&class, "permission").as_string().as_deref() {
        Some("granted") => Allowed::Yes,
        Some("default") => Allowed::Ask,
        _ => Allowed::No,
    }
}

/// Asks the user; right after a click only.
pub(crate) async fn ask() -> Allowed {
    if allowed() == Allowed::Ask
        && let Ok(asked) = call(&get(&window(), CLASS), "requestPermission", &[])
        && let Ok(asked) = asked.dyn_into::<Promise>()
    {
        // what was answered stands in the permission
        let _ = JsFuture::from(asked).await;
    }
    allowed()
}

/// Shows a notification. One with the same `tag` replaces the one before, also another tab's.
pub(crate) fn show(title: &str, body: &str, tag: &str) {
    let options = Object::new();
    for (name, value) in [("body", body), ("tag", tag)] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    // phones allow them from a service worker only; the page says the same
    let _ = make(CLASS, &[title.into(), options.into()]);
}
