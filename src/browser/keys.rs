//! Keys pressed on the page as a whole.

use super::listen;
use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where keys are typed and not pressed, and what has the page to itself.
const TYPED_INTO: &str = "input,textarea,select,[contenteditable],dialog";

/// Tells of single keys among `meant`, with the event's time in milliseconds, until the owner is
/// cleaned up. `pressed` says whether the key is wanted; then nothing else happens by it.
pub(crate) fn on_press(
    meant: &'static [&'static str],
    pressed: impl Fn(String, f64) -> bool + 'static,
) {
    listen(keydown, move |ev| {
        let key = ev.key();
        let single = meant.contains(&key.as_str()) && on_page(&ev);
        if single && pressed(key, ev.time_stamp()) {
            // some browsers search the page by `/`
            ev.prevent_default();
        }
    });
}

fn on_page(ev: &KeyboardEvent) -> bool {
    if ev.default_prevented() || ev.ctrl_key() || ev.meta_key() || ev.alt_key() || ev.is_composing()
    {
        return false;
    }
    let target = ev.target().and_then(|it| it.dyn_into::<Element>().ok());
    let typed = target.is_none_or(|it| !matches!(it.closest(TYPED_INTO), Ok(None)));
    let question_open = !matches!(document().query_selector("dialog[open]"), Ok(None));
    !typed && !question_open
}
