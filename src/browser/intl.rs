//! `Intl.DateTimeFormat`, made so that nothing throws.

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, Object, Reflect};
use virtual_events::UtcInstant;
use wasm_bindgen::{JsCast, JsValue};

/// Formats that were asked for once: making one costs a hundred times what using it does.
///
/// There are few, so they are found by looking at one after the other.
#[derive(Debug)]
pub(super) struct Formats<Key>(Vec<(Key, Option<DateTimeFormat>)>);

impl<Key: PartialEq> Formats<Key> {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// The format under that key; makes it the first time. `None` was made when it can't be.
    pub(super) fn get(
        &mut self,
        same: impl Fn(&Key) -> bool,
        make: impl FnOnce() -> (Key, Option<DateTimeFormat>),
    ) -> Option<DateTimeFormat> {
        if let Some((_, format)) = self.0.iter().find(|(key, _)| same(key)) {
            return format.clone();
        }
        let made = make();
        let format = made.1.clone();
        self.0.push(made);
        format
    }
}

/// A format for the clocks of `zone`; `None` when this browser doesn't know the zone or an option.
pub(super) fn format(
    language: &JsValue,
    zone: &str,
    options: &[(&str, &str)],
) -> Option<DateTimeFormat> {
    let chosen = Object::new();
    for (key, value) in options.iter().chain(&[("timeZone", zone)]) {
        Reflect::set(&chosen, &(*key).into(), &(*value).into()).ok()?;
    }
    // The constructor throws for an unknown zone, which wasm-bindgen's own binding doesn't expect.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?;
    let constructor: Function = constructor.dyn_into().ok()?;
    Reflect::construct(&constructor, &Array::of2(language, &chosen))
        .ok()?
        .dyn_into()
        .ok()
}

/// What the format writes for that part of the instant, such as `timeZoneName`.
pub(super) fn part(format: &DateTimeFormat, instant: UtcInstant, kind: &str) -> Option<String> {
    let part = format
        .format_to_parts(&date(instant))
        .iter()
        .find(|part| Reflect::get(part, &"type".into()).is_ok_and(|found| found == kind))?;
    Reflect::get(&part, &"value".into()).ok()?.as_string()
}

/// The instant as JavaScript has it.
pub(super) fn date(instant: UtcInstant) -> Date {
    Date::new(&JsValue::from_f64(instant.unix_milliseconds() as f64))
}
