//! The rules of time zones, as `Intl` knows them.

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Object, Reflect};
use planning::zones::{IanaZone, Offset, ZoneRules};
use std::cell::RefCell;
use std::collections::BTreeMap;
use virtual_events::{UtcInstant, WallTime};
use wasm_bindgen::{JsCast, JsValue};

/// The browser's own zone database, asked by formatting an instant and reading the clock off it.
#[derive(Debug, Default)]
pub(crate) struct IntlRules {
    formats: RefCell<BTreeMap<String, Option<DateTimeFormat>>>,
}

impl ZoneRules for IntlRules {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        let mut formats = self.formats.borrow_mut();
        let format = formats
            .entry(iana.to_owned())
            .or_insert_with(|| format(iana))
            .as_ref()?;
        let milliseconds = instant.unix_milliseconds();
        let wall = wall_clock(format, milliseconds)?;
        let seconds = wall - milliseconds.div_euclid(1_000);
        i32::try_from(seconds).ok().map(Offset::from_seconds)
    }
}

/// `None` for a zone that this browser doesn't know.
fn format(iana: &str) -> Option<DateTimeFormat> {
    let options = Object::new();
    for (key, value) in [
        ("timeZone", iana),
        ("calendar", "gregory"),
        ("numberingSystem", "latn"),
        ("hourCycle", "h23"),
        ("era", "short"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
        ("second", "numeric"),
    ] {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    // The constructor throws for an unknown zone, which wasm-bindgen's own binding doesn't expect.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: js_sys::Function = Reflect::get(&intl, &"DateTimeFormat".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let arguments = Array::of2(&"en-US".into(), &options);
    Reflect::construct(&constructor, &arguments)
        .ok()?
        .dyn_into()
        .ok()
}

/// What the clock shows, in seconds as if it were UTC's.
fn wall_clock(format: &DateTimeFormat, milliseconds: i64) -> Option<i64> {
    let date = Date::new(&JsValue::from_f64(milliseconds as f64));
    let (mut numbers, mut before_christ) = ([0_i32; 6], false);
    for part in format.format_to_parts(&date) {
        let kind = Reflect::get(&part, &"type".into()).ok()?.as_string()?;
        let value = Reflect::get(&part, &"value".into()).ok()?.as_string()?;
        let at = match kind.as_str() {
            "year" => 0,
            "month" => 1,
            "day" => 2,
            "hour" => 3,
            "minute" => 4,
            "second" => 5,
            "era" => {
                before_christ = value.starts_with('B');
                continue;
            }
            _ => continue,
        };
        numbers[at] = value.parse().ok()?;
    }
    if before_christ {
        numbers[0] = 1 - numbers[0];
    }
    let [year, month, day, hour, minute, second] = numbers;
    let small = |number: i32| u8::try_from(number).ok();
    let shown = WallTime::from_parts(
        year,
        small(month)?,
        small(day)?,
        small(hour)?,
        small(minute)?,
    )?;
    Some(shown.date_time().assume_utc().unix_timestamp() + i64::from(second))
}

/// The reader's own zone; UTC when the browser won't say.
pub(crate) fn reader_zone() -> IanaZone {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let name = Reflect::get(&options, &"timeZone".into())
        .ok()
        .and_then(|it| it.as_string());
    IanaZone::new(name.unwrap_or_else(|| "UTC".to_owned()))
}
