//! Files between the app and the user's disk.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Hands the user a file; the browser asks where to, or puts it where it puts downloads.
///
/// # Errors
/// Where the browser doesn't allow downloads from this page.
pub(crate) fn save(name: &str, kind: &str, content: &[u8]) -> Result<(), JsValue> {
    save_blob(name, &blob(kind, content)?)
}

/// An address at which the page itself can show some bytes, until it is left.
///
/// # Errors
/// Where the browser has no memory left for it.
pub(crate) fn address_of(kind: &str, content: &[u8]) -> Result<String, JsValue> {
    Url::create_object_url_with_blob(&blob(kind, content)?)
}

fn blob(kind: &str, content: &[u8]) -> Result<Blob, JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    save_from(name, &url)?;
    // The download has its own hold of the content once the click is handled.
    let revoke = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 60_000)
        .map(drop)
}

/// Hands the user what is at `address`, such as a picture's `data:`, as a file.
///
/// # Errors
/// Where the browser doesn't allow downloads from this page.
pub(crate) fn save_from(name: &str, address: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// The file that the user has chosen in an input, and takes it out, so that the same file can be
/// chosen again.
pub(crate) fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The bytes of a file.
///
/// # Errors
/// When it can't be read: moved or changed since it was chosen.
pub(crate) async fn read(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
