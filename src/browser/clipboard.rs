//! The clipboard.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// The browser, or the page around ours, doesn't let us write to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused;

/// Puts `text` on the clipboard. Needs a user's gesture and a secure context.
pub(crate) async fn write(text: &str) -> Result<(), Refused> {
    let navigator = window().navigator();
    // Outside secure contexts the property is missing, and calling it would throw.
    let missing = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_undefined());
    if missing {
        return Err(Refused);
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .map(drop)
        .map_err(|_| Refused)
}

/// Puts a formatted text on the clipboard, and a plain one for programs that take no other.
///
/// Browsers without formatted clipboards get the plain text.
pub(crate) async fn write_formatted(html: &str, plain: &str) -> Result<(), Refused> {
    match formatted(html, plain) {
        Some(written) => JsFuture::from(written).await.map(drop).map_err(|_| Refused),
        None => write(plain).await,
    }
}

/// `navigator.clipboard.write([new ClipboardItem({…})])`, where there is such a thing.
fn formatted(html: &str, plain: &str) -> Option<Promise> {
    let constructor = Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?;
    let constructor: Function = constructor.dyn_into().ok()?;
    let kinds = Object::new();
    for (kind, text) in [("text/html", html), ("text/plain", plain)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Reflect::set(&kinds, &kind.into(), &blob).ok()?;
    }
    let item = Reflect::construct(&constructor, &Array::of1(&kinds)).ok()?;
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"write".into())
        .ok()?
        .dyn_into()
        .ok()?;
    write
        .call1(&clipboard, &Array::of1(&item))
        .ok()?
        .dyn_into()
        .ok()
}
