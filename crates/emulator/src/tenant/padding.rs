//! Many more events, for measurements.

use jiff::Timestamp;

use super::Tenant;
use super::sketch::{Sketch, When, townhall, webinar};
use crate::ident::{Ids, spread};

const TOPICS: [&str; 12] = [
    "All hands",
    "Plant briefing",
    "Product news",
    "Safety training",
    "Regional forum",
    "Ask the board",
    "Engineering talk",
    "Customer hour",
    "People and culture",
    "Open house",
    "Project review",
    "Welcome session",
];

const PLACES: [&str; 10] = [
    "Lisbon",
    "Kraków",
    "Oslo",
    "Nairobi",
    "São Paulo",
    "Osaka",
    "Toronto",
    "Pune",
    "Perth",
    "Łódź",
];

const ZONES: [&str; 8] = [
    "W. Europe Standard Time",
    "GMT Standard Time",
    "Eastern Standard Time",
    "Pacific Standard Time",
    "India Standard Time",
    "Tokyo Standard Time",
    "E. South America Standard Time",
    "AUS Eastern Standard Time",
];

/// Adds events until there are `wanted`, spread over a year back and a year ahead.
///
/// Four of five are the organizer's own; of the rest she helps with three of four.
pub(super) fn pad(tenant: &mut Tenant, ids: &Ids, now: Timestamp, wanted: usize) {
    let mut number = 0_u64;
    while tenant.events.len() < wanted {
        number += 1;
        let event = sketch(number).event(ids, &tenant.id, now);
        // One that is there already, from a state file, stays as it has become.
        tenant.events.entry(event.id.clone()).or_insert(event);
    }
}

fn sketch(number: u64) -> Sketch {
    let dice = spread(&format!("padding/{number}"));
    let roll = |shift: u32, sides: u64| (dice >> shift) % sides;
    let pick = |list: &[&'static str], shift: u32| {
        usize::try_from(roll(shift, list.len() as u64)).map_or("", |at| list[at])
    };
    let title = format!("{} {}, no. {number}", pick(&TOPICS, 0), pick(&PLACES, 8));
    let key = format!("padding-{number}");
    let day = i64::try_from(roll(12, 720)).unwrap_or(0) - 360;
    // Never today: what is on now is told by the demo's own events.
    let day = if day.abs() < 2 { day + 5 } else { day };
    let hour = i8::try_from(8 + roll(24, 10)).unwrap_or(8);
    let minutes = 30 + 15 * i64::try_from(roll(28, 7)).unwrap_or(0);
    let new = if roll(32, 4) == 0 {
        let registrants = usize::try_from(40 + roll(52, 240)).unwrap_or_default();
        webinar(key, title).registrants(registrants)
    } else {
        townhall(key, title)
    };
    let placed = new
        .at(When::OnDay(day, hour, 0), minutes)
        .zone(pick(&ZONES, 36));
    let organized = match roll(40, 20) {
        0..16 => placed,
        16..19 => placed.by("jonas.weber").with(&["ana.ruiz"]),
        _ => placed.by("daniel.lee"),
    };
    let organized = match roll(44, 12) {
        0 | 1 => organized.course(|course| course.overrun_min = 14),
        2 => organized.course(|course| course.restarts = 1),
        3 => organized.course(|course| course.unreported = true),
        _ => organized,
    };
    match roll(48, 10) {
        0..2 => organized.draft(),
        2 => organized.canceled(),
        _ => organized.text("One of many."),
    }
}
