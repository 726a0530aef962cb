//! Small texts kept by the browser. Storage may be forbidden, full, or gone tomorrow.

use leptos::prelude::window;
use web_sys::Storage;

/// Which of the two stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Until the tab closes.
    Tab,
    /// Until the user clears it.
    Browser,
}

/// The text could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotKept;

fn store(keep: Keep) -> Option<Storage> {
    match keep {
        Keep::Tab => window().session_storage(),
        Keep::Browser => window().local_storage(),
    }
    .ok()
    .flatten()
}

/// The text kept under `key`; `None` also when storage is forbidden.
pub(crate) fn read(keep: Keep, key: &str) -> Option<String> {
    store(keep)?.get_item(key).ok().flatten()
}

/// Keeps a text, or says that it couldn't.
pub(crate) fn write(keep: Keep, key: &str, text: &str) -> Result<(), NotKept> {
    store(keep)
        .ok_or(NotKept)?
        .set_item(key, text)
        .map_err(|_| NotKept)
}

/// Forgets a text.
pub(crate) fn remove(keep: Keep, key: &str) {
    if let Some(store) = store(keep) {
        let _ = store.remove_item(key);
    }
}
