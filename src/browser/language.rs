//! The reader's languages.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// Tags of the languages the reader prefers, best first, in small letters as Graph writes them:
/// `en-us`. At least one.
pub(crate) fn preferred() -> Vec<String> {
    let all = window().navigator().languages();
    let mut tags: Vec<String> = Vec::new();
    for tag in all.iter().filter_map(|it| it.as_string()) {
        let tag = tag.to_ascii_lowercase();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.is_empty() {
        tags.push("en-us".to_owned());
    }
    tags
}

/// What a language is called in the reader's; its tag where the browser doesn't know.
pub(crate) fn name(tag: &str) -> String {
    named(tag).unwrap_or_else(|| tag.to_owned())
}

/// `new Intl.DisplayNames(undefined, {type: "language"}).of(tag)`.
fn named(tag: &str) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor = Reflect::get(&intl, &"DisplayNames".into()).ok()?;
    let constructor: Function = constructor.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let arguments = Array::of2(&JsValue::UNDEFINED, &options);
    let names = Reflect::construct(&constructor, &arguments).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &tag.into()).ok()?.as_string()
}
