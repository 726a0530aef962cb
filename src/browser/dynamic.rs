//! Browser features that few pages use, called by name.
//!
//! Every function that `web-sys` binds has a line in the script that everybody loads first.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// A property; undefined where there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// Calls a method.
///
/// # Errors
/// What it throws, or that there is no such method.
pub(super) fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    method.apply(of, &Array::from_iter(with))
}

/// Makes an object of a class of the window's.
///
/// # Errors
/// What its constructor throws, or that there is no such class.
pub(super) fn make(class: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let class: Function = Reflect::get(&window(), &class.into())?.dyn_into()?;
    Reflect::construct(&class, &Array::from_iter(with))
}
