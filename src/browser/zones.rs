//! The rules of time zones, as `Intl` knows them.

use super::intl::{self, Formats};
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Object, Reflect};
use planning::zones::{IanaZone, Offset, ZoneRules};
use std::cell::RefCell;
use virtual_events::UtcInstant;

/// The browser's own zone database, asked by having it write an instant with its offset.
#[derive(Debug)]
pub(crate) struct IntlRules {
    formats: RefCell<Formats<String>>,
}

impl Default for IntlRules {
    fn default() -> Self {
        Self {
            formats: RefCell::new(Formats::new()),
        }
    }
}

impl ZoneRules for IntlRules {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        let make = || {
            let format = intl::format(&"en-US".into(), iana, &[("timeZoneName", "longOffset")]);
            (iana.to_owned(), format)
        };
        let format = self.formats.borrow_mut().get(|zone| zone == iana, make)?;
        seconds(&intl::part(&format, instant, "timeZoneName")?).map(Offset::from_seconds)
    }
}

/// Reads `GMT`, `GMT+05:45`, `GMT-00:01:15`.
fn seconds(written: &str) -> Option<i32> {
    let offset = written.strip_prefix("GMT")?;
    let (sign, digits) = match offset.as_bytes().first() {
        None => return Some(0),
        Some(b'+') => (1, &offset[1..]),
        Some(_) => (-1, offset.trim_start_matches(['-', '\u{2212}'])),
    };
    let mut unit = 3_600;
    let mut seconds = 0;
    for number in digits.split(':') {
        seconds += number.parse::<i32>().ok()? * unit;
        unit /= 60;
    }
    Some(sign * seconds)
}

/// The reader's own zone; UTC when the browser won't say.
pub(crate) fn reader_zone() -> IanaZone {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let name = Reflect::get(&options, &"timeZone".into())
        .ok()
        .and_then(|it| it.as_string());
    IanaZone::new(name.unwrap_or_else(|| "UTC".to_owned()))
}
