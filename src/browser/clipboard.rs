//! The clipboard.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// The browser, or the page around ours, doesn't let us write to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused;

/// Puts `text` on the clipboard. Needs a user's gesture and a secure context.
pub(crate) async fn write(text: &str) -> Result<(), Refused> {
    let navigator = window().navigator();
    // Outside secure contexts the property is missing, and calling it would throw.
    let missing =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_undefined());
    if missing {
        return Err(Refused);
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .map(drop)
        .map_err(|_| Refused)
}
