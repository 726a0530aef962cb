//! When an event is: on the reader's clock, and on the event's own where that differs.

use crate::browser::format::{self, Style};
use crate::i18n::when as words;
use planning::zones::{EventTime, IanaZone, ZoneName, ZoneRules};
use virtual_events::UtcInstant;

/// A time in lines of text, for a table's cell or a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TimeLines {
    /// On the reader's clock; where the zone is unknown, the wall time as it came.
    pub(crate) first: String,
    /// On the event's clock, with its zone, when that differs from the reader's.
    pub(crate) second: Option<String>,
}

/// The times of an event that runs from `start` to `end`.
pub(crate) fn time_lines(
    start: Option<&EventTime>,
    end: Option<&EventTime>,
    reader: &IanaZone,
    rules: &dyn ZoneRules,
) -> TimeLines {
    time_lines_on(None, start, end, reader, rules)
}

/// The same where one knows that it is about `day`, as [`Style::Day`] shows it: a start on that day
/// doesn't say it.
pub(crate) fn time_lines_on(
    day: Option<&str>,
    start: Option<&EventTime>,
    end: Option<&EventTime>,
    reader: &IanaZone,
    rules: &dyn ZoneRules,
) -> TimeLines {
    let Some(start) = start else {
        return TimeLines {
            first: words::NO_TIME.to_owned(),
            second: None,
        };
    };
    let Some(instant) = start.instant else {
        return TimeLines {
            first: start.raw.replace('T', " "),
            second: Some(raw_zone(&start.zone)),
        };
    };
    let end = end.and_then(|end| end.instant);
    let second = start
        .zone
        .iana()
        .filter(|zone| shows_another_time(instant, zone, reader, rules))
        .map(|zone| [range_on(day, instant, end, zone).as_str(), " ", &city(zone)].concat());
    TimeLines {
        first: range_on(day, instant, end, reader),
        second,
    }
}

/// Day, start and end as the clocks of one zone show them.
pub(crate) fn range(start: UtcInstant, end: Option<UtcInstant>, zone: &IanaZone) -> String {
    range_on(None, start, end, zone)
}

fn range_on(
    known: Option<&str>,
    start: UtcInstant,
    end: Option<UtcInstant>,
    zone: &IanaZone,
) -> String {
    let day = format::instant(start, zone, Style::Day);
    let from = format::instant(start, zone, Style::Time);
    let from = match known {
        Some(known) if known == day => from,
        _ => [day.as_str(), ", ", &from].concat(),
    };
    let Some(end) = end else { return from };
    let to = format::instant(end, zone, Style::Time);
    let last = format::instant(end, zone, Style::Day);
    if last == day {
        [from.as_str(), " – ", &to].concat()
    } else {
        [from.as_str(), " – ", &last, ", ", &to].concat()
    }
}

fn shows_another_time(
    instant: UtcInstant,
    zone: &IanaZone,
    reader: &IanaZone,
    rules: &dyn ZoneRules,
) -> bool {
    let offset = |zone: &IanaZone| rules.offset_at(zone.as_str(), instant);
    zone != reader && offset(zone) != offset(reader)
}

/// The city an IANA zone is named after: `Los Angeles`.
pub(crate) fn city(zone: &IanaZone) -> String {
    zone.as_str()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .replace('_', " ")
}

fn raw_zone(zone: &ZoneName) -> String {
    match zone {
        ZoneName::Known(zone) => city(zone),
        ZoneName::Unknown(name) => name.clone(),
        ZoneName::Missing => words::NO_ZONE.to_owned(),
    }
}
