//! The only place that touches `web-sys`.

pub(crate) mod address;
pub(crate) mod clipboard;
pub(crate) mod colours;
pub(crate) mod database;
pub(crate) mod download;
pub(crate) mod focus;
pub(crate) mod format;
pub(crate) mod html;
mod intl;
pub(crate) mod keys;
pub(crate) mod language;
pub(crate) mod marks;
pub(crate) mod module;
pub(crate) mod page;
pub(crate) mod picture;
pub(crate) mod runtime;
pub(crate) mod storage;
pub(crate) mod text;
pub(crate) mod timer;
pub(crate) mod transport;
pub(crate) mod week;
pub(crate) mod width;
pub(crate) mod zones;

use leptos::ev::EventDescriptor;
use leptos::prelude::{on_cleanup, window_event_listener};

/// Hears an event of the window until the owner is cleaned up.
fn listen<E>(event: E, heard: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: wasm_bindgen::JsCast,
{
    let handle = window_event_listener(event, heard);
    on_cleanup(move || handle.remove());
}
