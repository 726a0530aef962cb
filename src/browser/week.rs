//! What the browser knows of weeks.

use js_sys::{Array, Function, Reflect};
use planning::Weekday;
use wasm_bindgen::{JsCast, JsValue};

/// The day a week begins with where the reader lives; Monday where the browser doesn't say.
pub(crate) fn starts() -> Weekday {
    let monday = Weekday::Monday;
    let day = first_day().map_or(0, |it| (it as u8 + 6) % 7);
    monday.nth_next(day)
}

/// 1 for Monday to 7 for Sunday. Young browsers have a method for it, older ones a property.
fn first_day() -> Option<f64> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let window = leptos::prelude::window();
    let language = window.navigator().language()?;
    let intl = get(&window, "Intl")?;
    let class: Function = get(&intl, "Locale")?.dyn_into().ok()?;
    let locale = Reflect::construct(&class, &Array::of1(&language.into())).ok()?;
    let method = get(&locale, "getWeekInfo").and_then(|it| it.dyn_into::<Function>().ok());
    let info = match method {
        Some(method) => method.call0(&locale).ok(),
        None => get(&locale, "weekInfo"),
    };
    get(&info?, "firstDay")?.as_f64()
}
