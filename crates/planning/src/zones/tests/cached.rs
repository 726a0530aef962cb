use std::cell::Cell;
use std::rc::Rc;

use virtual_events::UtcInstant;

use crate::clock::{DAY, from_millis, millis};
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::windows::rows;
use crate::zones::{CachedRules, Offset, ZoneRules};

struct Counted {
    behind: JiffRules,
    asked: Cell<usize>,
}

impl ZoneRules for Counted {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        self.asked.set(self.asked.get() + 1);
        self.behind.offset_at(iana, instant)
    }
}

#[test]
fn a_year_of_quarter_hours_costs_some_hundred_questions() {
    let counted = Rc::new(Counted {
        behind: JiffRules::new(),
        asked: Cell::new(0),
    });
    let cached = CachedRules::new(Rc::<Counted>::clone(&counted));
    let start = millis(utc("2027-01-01T00:00Z"));

    for quarter in 0..365 * 24 * 4 {
        cached
            .offset_at("Europe/Berlin", from_millis(start + quarter * 900_000))
            .unwrap();
    }

    let two_weeks_of_change = 2 * 7 * 24 * 4;
    assert!(
        counted.asked.get() < 60 + two_weeks_of_change,
        "asked {}",
        counted.asked.get()
    );
}

#[test]
fn an_unknown_zone_is_asked_for_once_a_week_of_time() {
    let counted = Rc::new(Counted {
        behind: JiffRules::new(),
        asked: Cell::new(0),
    });
    let cached = CachedRules::new(Rc::<Counted>::clone(&counted));

    for _ in 0..10 {
        assert_eq!(
            cached.offset_at("Mars/Olympus", utc("2027-01-01T00:00Z")),
            None
        );
    }

    assert_eq!(counted.asked.get(), 1);
}

/// The week rule stands or falls with this: two changes within seven days that undo each other
/// would be overlooked. Seven hours is no divisor of a week, so the probes wander through the day.
#[test]
fn what_is_remembered_is_what_is_true_in_every_zone() {
    let direct = JiffRules::new();
    let cached = CachedRules::new(Rc::new(JiffRules::new()));
    let (first, last) = (
        millis(utc("1970-01-01T00:00Z")),
        millis(utc("2037-12-31T00:00Z")),
    );

    for (_, iana) in rows() {
        let zone = direct.zone(iana).unwrap();
        let mut at = first;
        while at < last {
            let timestamp = jiff::Timestamp::from_millisecond(at).unwrap();
            let truth = Offset::from_seconds(zone.to_offset(timestamp).seconds());
            assert_eq!(
                cached.offset_at(iana, from_millis(at)),
                Some(truth),
                "{iana} at {timestamp}"
            );
            at += 3 * DAY + 7 * 3_600_000;
        }
    }
}
