//! Notifications of the browser.

use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

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
    if js_sys::Reflect::has(&js_sys::global(), &"Notification".into()) != Ok(true) {
        return Allowed::No;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Allowed::Yes,
        NotificationPermission::Default => Allowed::Ask,
        _ => Allowed::No,
    }
}

/// Asks the user; right after a click only.
pub(crate) async fn ask() -> Allowed {
    if allowed() == Allowed::Ask
        && let Ok(asked) = Notification::request_permission()
    {
        // what was answered stands in the permission
        let _ = JsFuture::from(asked).await;
    }
    allowed()
}

/// Shows a notification. One with the same `tag` replaces the one before, also another tab's.
pub(crate) fn show(title: &str, body: &str, tag: &str) {
    let options = NotificationOptions::new();
    options.set_body(body);
    options.set_tag(tag);
    // phones allow them from a service worker only; the page says the same
    let _ = Notification::new_with_options(title, &options);
}
