//! What a calendar makes of a file: its properties, and its times by the zone it carries.

use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use virtual_events::UtcInstant;

use crate::clock::from_millis;

/// A file taken apart; the text is leaked, which a test can afford.
pub(super) struct File {
    event: Component<'static>,
    zone: Option<Component<'static>>,
    calendar: Vec<(String, String)>,
}

impl File {
    pub(super) fn read(text: &str) -> Self {
        let text: &'static str = Box::leak(unfold(text).into_boxed_str());
        let calendar = read_calendar(text).expect("an iCalendar file");
        let named = |name: &str| {
            let mut found = calendar.components.iter().filter(|it| it.name == name);
            let first = found.next().cloned();
            assert!(found.next().is_none(), "one {name}");
            first
        };
        let properties = calendar.properties.iter();
        Self {
            event: named("VEVENT").expect("an event"),
            zone: named("VTIMEZONE"),
            calendar: properties
                .map(|it| (it.name.to_string(), it.val.to_string()))
                .collect(),
        }
    }

    pub(super) fn of_calendar(&self, name: &str) -> Option<&str> {
        let found = self.calendar.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(super) fn value(&self, name: &str) -> Option<String> {
        property(&self.event, name)
    }

    pub(super) fn parameter(&self, name: &str, parameter: &str) -> Option<String> {
        let property = self.event.properties.iter().find(|it| it.name == name)?;
        let found = property.params.iter().find(|it| it.key == parameter)?;
        Some(found.val.as_ref()?.to_string())
    }

    pub(super) fn has_zone(&self) -> bool {
        self.zone.is_some()
    }

    /// Names of the zone's observances and whether each has a rule.
    pub(super) fn observances(&self) -> Vec<(String, bool)> {
        let parts = self.zone.iter().flat_map(|zone| &zone.components);
        parts
            .map(|it| (it.name.to_string(), property(it, "RRULE").is_some()))
            .collect()
    }

    /// When `DTSTART` or `DTEND` is, by nothing but the file.
    pub(super) fn instant(&self, name: &str) -> UtcInstant {
        let value = self.value(name).expect("a time");
        if let Some(utc) = value.strip_suffix('Z') {
            return at(civil(utc), 0);
        }
        let zone = self.zone.as_ref().expect("a zone for a local time");
        assert_eq!(
            self.parameter(name, "TZID"),
            property(zone, "TZID"),
            "the zone that is there"
        );
        let local = civil(&value);
        // RFC 5545 section 3.6.5: the observance with the latest onset before the time counts
        let onsets = zone.components.iter().flat_map(|it| onsets(it, local));
        let (_, offset) = onsets
            .filter(|(onset, _)| *onset <= local)
            .max_by_key(|(onset, _)| *onset)
            .expect("an observance before the event");
        at(local, offset)
    }
}

fn property(component: &Component<'_>, name: &str) -> Option<String> {
    let mut found = component.properties.iter().filter(|it| it.name == name);
    let first = found.next()?;
    assert!(found.next().is_none(), "{name} once");
    Some(first.val.to_string())
}

fn at(local: DateTime, offset: i64) -> UtcInstant {
    let zoned = local.to_zoned(TimeZone::UTC).unwrap();
    from_millis(zoned.timestamp().as_millisecond() - offset * 1000)
}

fn civil(basic: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", basic).expect("a time in the basic format")
}

/// The local times at which an observance begins, up to the year of `until`, and its offset.
fn onsets(observance: &Component<'_>, until: DateTime) -> Vec<(DateTime, i64)> {
    let first = civil(&property(observance, "DTSTART").unwrap());
    let offset = seconds(&property(observance, "TZOFFSETTO").unwrap());
    let Some(rule) = property(observance, "RRULE") else {
        return vec![(first, offset)];
    };
    let part = |name: &str| {
        let parts = rule.split(';').filter_map(|it| it.split_once('='));
        parts
            .filter(|(key, _)| *key == name)
            .map(|it| it.1)
            .next()
            .unwrap()
    };
    assert_eq!(part("FREQ"), "YEARLY");
    let month: i8 = part("BYMONTH").parse().unwrap();
    let (nth, day) = part("BYDAY").split_at(part("BYDAY").len() - 2);
    let nth: i8 = nth.parse().unwrap();
    // a rule may begin after the time that is looked for
    let years = first.year()..=until.year().max(first.year());
    let onset = |year: i16| {
        let month = jiff::civil::date(year, month, 1);
        let day = month.nth_weekday_of_month(nth, weekday(day)).unwrap();
        (day.to_datetime(first.time()), offset)
    };
    let all: Vec<_> = years.map(onset).collect();
    // RFC 5545 section 3.8.5.3: DTSTART is to be the first of the rule's times
    assert_eq!(all.first().map(|it| it.0), Some(first), "{rule}");
    all
}

fn seconds(offset: &str) -> i64 {
    let (sign, digits) = offset.split_at(1);
    let number = |at: usize| {
        digits
            .get(at..at + 2)
            .unwrap_or("0")
            .parse::<i64>()
            .unwrap()
    };
    let total = number(0) * 3600 + number(2) * 60 + number(4);
    if sign == "-" { -total } else { total }
}

fn weekday(day: &str) -> Weekday {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let at = days.iter().position(|it| *it == day).unwrap();
    Weekday::from_monday_zero_offset(at as i8).unwrap()
}
