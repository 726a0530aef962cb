//! Dates and times in the reader's language, by `Intl`.

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, Object, Reflect};
use planning::zones::IanaZone;
use std::cell::RefCell;
use std::collections::BTreeMap;
use virtual_events::UtcInstant;
use wasm_bindgen::{JsCast, JsValue};

/// How much of an instant is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// `Tue, 12 Jan 2027`
    Day,
    /// `Tuesday, 12 January 2027`
    LongDay,
    /// `15:00`
    Time,
    /// `15:00:00`
    Clock,
    /// The zone's name at that instant: `Central European Standard Time`.
    ZoneName,
}

impl Style {
    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Day => &[
                ("weekday", "short"),
                ("day", "numeric"),
                ("month", "short"),
                ("year", "numeric"),
            ],
            Self::LongDay => &[("dateStyle", "full")],
            Self::Time => &[("timeStyle", "short")],
            Self::Clock => &[("timeStyle", "medium")],
            Self::ZoneName => &[("timeZoneName", "long"), ("hour", "numeric")],
        }
    }
}

thread_local! {
    /// Making a format costs a hundred times what using one does.
    static FORMATS: RefCell<BTreeMap<(String, Style), Option<DateTimeFormat>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Writes an instant as the clocks of `zone` show it, in the reader's language.
///
/// In a zone that this browser doesn't know it is written in UTC.
pub(crate) fn instant(instant: UtcInstant, zone: &IanaZone, style: Style) -> String {
    let date = Date::new(&JsValue::from_f64(instant.unix_milliseconds() as f64));
    let format = FORMATS.with_borrow_mut(|formats| {
        formats
            .entry((zone.as_str().to_owned(), style))
            .or_insert_with(|| make(zone.as_str(), style).or_else(|| make("UTC", style)))
            .clone()
    });
    let Some(format) = format else {
        return instant.to_string();
    };
    if style == Style::ZoneName {
        return zone_name(&format, &date);
    }
    let write: Function = format.format();
    write
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|it| it.as_string())
        .unwrap_or_default()
}

fn zone_name(format: &DateTimeFormat, date: &Date) -> String {
    format
        .format_to_parts(date)
        .iter()
        .find(|part| Reflect::get(part, &"type".into()).is_ok_and(|kind| kind == "timeZoneName"))
        .and_then(|part| Reflect::get(&part, &"value".into()).ok()?.as_string())
        .unwrap_or_default()
}

fn make(zone: &str, style: Style) -> Option<DateTimeFormat> {
    let options = Object::new();
    let zone = [("timeZone", zone)];
    for (key, value) in style.options().iter().chain(&zone) {
        Reflect::set(&options, &(*key).into(), &(*value).into()).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let arguments = Array::of2(&JsValue::UNDEFINED, &options);
    Reflect::construct(&constructor, &arguments)
        .ok()?
        .dyn_into()
        .ok()
}
