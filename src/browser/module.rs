//! JavaScript modules from libraries, loaded when they are used.
//!
//! Their sources are in the folder of this file; the build bundles each with what it imports, and
//! the boot script knows their addresses.

pub(crate) mod editor;
pub(crate) mod sanitizer;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A module couldn't be loaded: the network is gone, or a new version was installed meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ModuleMissing;

impl From<JsValue> for ModuleMissing {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Begins to load the style sheets that the start doesn't need; `None` when there is no way to.
pub(crate) fn room_styles() -> Option<JsFuture> {
    begin("rooms").ok()
}

/// What a module exports; the browser loads it once.
async fn load(name: &str) -> Result<JsValue, ModuleMissing> {
    Ok(begin(name)?.await?)
}

/// Begins to load what has that name in the boot script.
fn begin(name: &str) -> Result<JsFuture, ModuleMissing> {
    let modules = Reflect::get(&js_sys::global(), &"rostrumModules".into())?;
    let import: Function = Reflect::get(&modules, &name.into())?.dyn_into()?;
    let loading: Promise = import.call0(&JsValue::NULL)?.dyn_into()?;
    Ok(JsFuture::from(loading))
}

/// A function that a module exports, or a method.
fn function(of: &JsValue, name: &str) -> Result<Function, ModuleMissing> {
    Ok(Reflect::get(of, &name.into())?.dyn_into()?)
}
