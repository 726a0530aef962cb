//! The only place that touches `web-sys`.

pub(crate) mod address;
pub(crate) mod bell;
pub(crate) mod channel;
pub(crate) mod chime;
pub(crate) mod clipboard;
pub(crate) mod colours;
pub(crate) mod database;
pub(crate) mod download;
mod dynamic;
pub(crate) mod focus;
pub(crate) mod format;
pub(crate) mod full_screen;
pub(crate) mod html;
mod intl;
pub(crate) mod keys;
pub(crate) mod language;
pub(crate) mod marks;
pub(crate) mod module;
pub(crate) mod notification;
pub(crate) mod page;
pub(crate) mod picture;
pub(crate) mod push;
pub(crate) mod random;
pub(crate) mod runtime;
pub(crate) mod storage;
pub(crate) mod stream;
pub(crate) mod text;
pub(crate) mod timer;
pub(crate) mod transport;
pub(crate) mod wake_lock;
pub(crate) mod week;
pub(crate) mod width;
pub(crate) mod zones;

use leptos::ev::EventDescriptor;
use leptos::prelude::{StoredValue, WithValue, on_cleanup, window_event_listener};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Hears an event of the window until the owner is cleaned up.
pub(crate) fn listen<E>(event: E, heard: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: wasm_bindgen::JsCast,
{
    let handle = window_event_listener(event, heard);
    on_cleanup(move || handle.remove());
}

/// Hears an event of anything until the owner is cleaned up.
fn listen_to(target: &EventTarget, event: &'static str, heard: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(heard);
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    let held = StoredValue::new_local((target.clone(), listener));
    on_cleanup(move || {
        let _ = held.try_with_value(|(target, listener)| {
            target.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
        });
    });
}
