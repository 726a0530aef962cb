//! `VTIMEZONE`: what a zone's clocks do around an event (RFC 5545 section 3.6.5).

use time::Weekday;
use virtual_events::UtcInstant;

use super::changes::{Change, changes};
use super::lines::{Lines, basic};
use super::yearly::{Which, Yearly};
use crate::clock::{DAY, from_millis, millis};
use crate::zones::{IanaZone, Offset, ZoneRules};

/// How far around the event a zone's changes are written, in milliseconds: more than a year, so
/// that there is one of each kind before and after it.
const AROUND: i64 = 400 * DAY;
/// How far after it they must keep to a rule for the rule to be written, in milliseconds.
const WATCHED: i64 = 6 * 366 * DAY;

/// A zone that is ready to be written.
#[derive(Debug)]
pub(super) struct Timezone {
    clocks: Clocks,
}

#[derive(Debug)]
enum Clocks {
    /// They are never changed.
    Fixed(Offset),
    /// They are put forward and back each year by a rule.
    Rule([Yearly; 2]),
    /// They are changed now and then; the offset before the first change comes with it.
    Listed(Vec<Change>),
}

impl Timezone {
    /// What the clocks of `zone` do around the time between two instants; `None` if nobody knows
    /// the zone.
    pub(super) fn around(
        zone: &IanaZone,
        start: UtcInstant,
        end: UtcInstant,
        rules: &dyn ZoneRules,
    ) -> Option<Self> {
        let from = millis(start) - AROUND;
        let watched = changes(
            zone,
            from_millis(from),
            from_millis(millis(end) + WATCHED),
            rules,
        )?;
        // A rule that begins after the event says nothing of the clocks until then.
        let by_then = |both: &[Yearly; 2]| both.iter().all(|yearly| yearly.first.at <= start);
        if let Some(yearly) = by_rule(&watched).filter(by_then) {
            return Some(Self {
                clocks: Clocks::Rule(yearly),
            });
        }
        let until = millis(end) + AROUND;
        let near: Vec<Change> = watched
            .into_iter()
            .filter(|change| millis(change.at) <= until)
            .collect();
        let clocks = if near.is_empty() {
            Clocks::Fixed(crate::zones::offset_of(zone, start, rules)?)
        } else {
            Clocks::Listed(near)
        };
        Some(Self { clocks })
    }

    /// Writes the component under the name `tzid`.
    pub(super) fn write(&self, tzid: &str, lines: &mut Lines) {
        lines.plain("BEGIN", "VTIMEZONE");
        lines.plain("TZID", tzid);
        match &self.clocks {
            Clocks::Fixed(offset) => since_ever(*offset, lines),
            Clocks::Rule(both) => {
                for yearly in both {
                    observance(&yearly.first, yearly.first.forward(), Some(yearly), lines);
                }
            }
            Clocks::Listed(changes) => {
                if let Some(first) = changes.first() {
                    since_ever(first.before, lines);
                }
                // a change that is never taken back isn't daylight-saving time
                let back = changes.iter().any(|change| !change.forward());
                for change in changes {
                    observance(change, change.forward() && back, None, lines);
                }
            }
        }
        lines.plain("END", "VTIMEZONE");
    }
}

/// The two rules, forward and back, if all changes keep to them.
fn by_rule(changes: &[Change]) -> Option<[Yearly; 2]> {
    let (forward, back): (Vec<Change>, Vec<Change>) =
        changes.iter().partition(|change| change.forward());
    Some([Yearly::of(&forward)?, Yearly::of(&back)?])
}

fn since_ever(offset: Offset, lines: &mut Lines) {
    let offset = basic(&offset.to_string());
    lines.plain("BEGIN", "STANDARD");
    lines.plain("DTSTART", "19700101T000000");
    lines.plain("TZOFFSETFROM", &offset);
    lines.plain("TZOFFSETTO", &offset);
    lines.plain("END", "STANDARD");
}

fn observance(change: &Change, daylight: bool, yearly: Option<&Yearly>, lines: &mut Lines) {
    let name = if daylight { "DAYLIGHT" } else { "STANDARD" };
    lines.plain("BEGIN", name);
    lines.plain("DTSTART", &basic(&change.wall().to_string()));
    if let Some(yearly) = yearly {
        lines.plain("RRULE", &rule(yearly));
    }
    lines.plain("TZOFFSETFROM", &basic(&change.before.to_string()));
    lines.plain("TZOFFSETTO", &basic(&change.after.to_string()));
    lines.plain("END", name);
}

fn rule(yearly: &Yearly) -> String {
    let month = u8::from(yearly.month).to_string();
    let which = match yearly.which {
        Which::Last => "-1".to_owned(),
        Which::Nth(nth) => nth.to_string(),
    };
    let day = weekday(yearly.weekday);
    ["FREQ=YEARLY;BYMONTH=", &month, ";BYDAY=", &which, day].concat()
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
