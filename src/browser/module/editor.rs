//! The rich text editor of a description.

use super::{ModuleMissing, function, load};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// A text with or without markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    Text,
    Html,
}

/// An open editor; closed when dropped.
#[derive(Debug)]
pub(crate) struct Editor {
    /// The JavaScript side.
    handle: JsValue,
    give: Function,
    mark: Function,
    /// Names of the elements that stand in the text as they came.
    pub(crate) kept: Vec<String>,
    /// Whether something active was taken out of the text.
    pub(crate) removed: bool,
    _changed: Closure<dyn FnMut(String, bool)>,
}

/// The editor's code, loaded.
#[derive(Debug)]
pub(crate) struct EditorModule {
    open: Function,
}

impl EditorModule {
    /// Loads it.
    pub(crate) async fn load() -> Result<Self, ModuleMissing> {
        let module = load("editor").await?;
        Ok(Self {
            open: function(&module, "open")?,
        })
    }

    /// Opens an editor in `host`, in place of what is in it.
    ///
    /// `words` are its labels by name, `attributes` go to the element that is typed into, and
    /// `changed` hears what the user makes of the text.
    pub(crate) fn open(
        &self,
        host: &HtmlElement,
        content: &str,
        markup: Markup,
        words: &[(&str, &str)],
        attributes: &[(&str, &str)],
        changed: impl FnMut(String, Markup) + 'static,
    ) -> Result<Editor, ModuleMissing> {
        let mut changed = changed;
        let heard = Closure::<dyn FnMut(String, bool)>::new(move |text, html| {
            changed(text, if html { Markup::Html } else { Markup::Text });
        });
        let arguments = Array::of5(
            host,
            &content.into(),
            &(markup == Markup::Html).into(),
            &object(words)?,
            &object(attributes)?,
        );
        arguments.push(heard.as_ref());
        let handle = self.open.apply(&JsValue::NULL, &arguments)?;
        let kept = Reflect::get(&handle, &"kept".into())?.as_string();
        Ok(Editor {
            give: function(&handle, "give")?,
            mark: function(&handle, "mark")?,
            kept: kept
                .unwrap_or_default()
                .split(',')
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            removed: Reflect::get(&handle, &"removed".into())?.is_truthy(),
            handle,
            _changed: heard,
        })
    }
}

impl Editor {
    /// Shows another text; the user didn't write it, so nobody hears of a change.
    pub(crate) fn give(&self, content: &str, markup: Markup) {
        // Nothing in the editor answers with an error here.
        let _ = self.give.call2(
            &self.handle,
            &content.into(),
            &(markup == Markup::Html).into(),
        );
    }

    /// Marks the text as one that can't be sent, or takes the mark off.
    pub(crate) fn mark(&self, invalid: Validity) {
        let _ = self
            .mark
            .call1(&self.handle, &(invalid == Validity::Invalid).into());
    }
}

/// Whether a text can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validity {
    Valid,
    Invalid,
}

impl Drop for Editor {
    fn drop(&mut self) {
        if let Ok(close) = function(&self.handle, "close") {
            // An editor that can't be closed has no element any more.
            let _ = close.call0(&self.handle);
        }
    }
}

fn object(entries: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), &(*value).into())?;
    }
    Ok(object.unchecked_into())
}
