//! HTML of other people, made safe by DOMPurify.

use super::{ModuleMissing, function, load};
use js_sys::Function;
use wasm_bindgen::JsValue;

/// Makes HTML safe to stand in the page: nothing in it runs, loads anything, or looks like the app.
#[derive(Debug, Clone)]
pub(crate) struct Sanitizer {
    shown: Function,
}

impl Sanitizer {
    /// Loads it.
    pub(crate) async fn load() -> Result<Self, ModuleMissing> {
        let module = load("sanitizer").await?;
        Ok(Self {
            shown: function(&module, "shown")?,
        })
    }

    /// The HTML as it may be shown; empty if it can't be read.
    pub(crate) fn shown(&self, html: &str) -> String {
        let answer = self.shown.call1(&JsValue::NULL, &html.into());
        answer
            .ok()
            .and_then(|it| it.as_string())
            .unwrap_or_default()
    }
}
