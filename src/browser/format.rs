//! Dates and times in the reader's language, by `Intl`.

use super::intl::{self, Formats};
use js_sys::Function;
use planning::zones::IanaZone;
use std::cell::RefCell;
use virtual_events::UtcInstant;
use wasm_bindgen::JsValue;

/// How much of an instant is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    static FORMATS: RefCell<Formats<(String, Style)>> = const { RefCell::new(Formats::new()) };
}

/// Writes an instant as the clocks of `zone` show it, in the reader's language.
///
/// In a zone that this browser doesn't know it is written in UTC.
pub(crate) fn instant(instant: UtcInstant, zone: &IanaZone, style: Style) -> String {
    let zone = zone.as_str();
    let make = || {
        let in_zone = |zone| intl::format(&JsValue::UNDEFINED, zone, style.options());
        let format = in_zone(zone).or_else(|| in_zone("UTC"));
        ((zone.to_owned(), style), format)
    };
    let same = |key: &(String, Style)| key.1 == style && key.0 == zone;
    let format = FORMATS.with_borrow_mut(|formats| formats.get(same, make));
    let Some(format) = format else {
        return instant.to_string();
    };
    if style == Style::ZoneName {
        return intl::part(&format, instant, "timeZoneName").unwrap_or_default();
    }
    let write: Function = format.format();
    write
        .call1(&JsValue::UNDEFINED, &intl::date(instant))
        .ok()
        .and_then(|it| it.as_string())
        .unwrap_or_default()
}
