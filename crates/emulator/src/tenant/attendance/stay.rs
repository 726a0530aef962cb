//! When somebody came and left.

use jiff::{SignedDuration, Timestamp};

use super::Stay;
use super::calls::{Call, Purpose};
use crate::chance::Dice;

/// Seconds that a stay lasts at least.
const SHORTEST_S: f64 = 20.0;

/// Those who run it are there from the beginning, one after the other, and leave last.
pub(super) fn of_staff(call: &Call, dice: Dice, number: usize) -> Stay {
    let length = span(call);
    let joined = if number == 0 {
        0.0
    } else {
        (30.0 + dice.at(1).share() * 300.0).min(length / 3.0)
    };
    let left = if number == 0 || call.breaks_off {
        length
    } else {
        length - dice.at(2).share() * 20.0
    };
    stay(call, joined, left.max(joined + 1.0))
}

/// An attendee's way through the event; `stays` is how often they came, when that is given.
pub(super) fn of_attendee(call: &Call, dice: Dice, stays: Option<usize>) -> Vec<Stay> {
    let length = span(call);
    let joined = arrival(call, dice.at(1)).clamp(0.0, (length - SHORTEST_S).max(0.0));
    let left = departure(call, dice.at(2), joined).clamp(joined + SHORTEST_S.min(length), length);
    let often = stays.unwrap_or_else(|| match dice.at(3).below(100) {
        _ if left - joined < 600.0 => 1,
        0..78 => 1,
        78..95 => 2,
        _ => 3,
    });
    in_parts(joined, left, often.max(1), dice.at(4))
        .into_iter()
        .map(|(joined, left)| stay(call, joined, left))
        .collect()
}

/// Seconds into the call: most come from five minutes before the start to three after it.
fn arrival(call: &Call, dice: Dice) -> f64 {
    let planned = between(call.started_at, call.planned_at);
    if call.purpose == Purpose::Again {
        // They have been thrown out and press the same button again.
        return 5.0 + early(dice.at(1)) * 240.0;
    }
    let rest = (span(call) - planned).max(60.0);
    match dice.at(0).below(100) {
        0..80 => {
            let peak = (dice.at(1).share() + dice.at(2).share()) / 2.0;
            planned - 300.0 + peak * 480.0
        }
        80..96 => planned + 180.0 + early(dice.at(3)) * rest * 0.4,
        _ => planned + dice.at(4).share() * rest * 0.85,
    }
}

/// Seconds into the call: a wave at the half, a slow leak, a rush at the end, some to the last.
fn departure(call: &Call, dice: Dice, joined: f64) -> f64 {
    let length = span(call);
    let planned = between(call.started_at, call.planned_at).clamp(0.0, length);
    let (roll, place) = (dice.at(0).below(100), dice.at(1).share());
    if call.breaks_off {
        return match roll {
            0..10 => joined + place * (length - joined),
            _ => length - place * 2.0,
        };
    }
    match roll {
        0..9 => (planned + length) / 2.0 - 60.0 + place * 240.0,
        9..25 => joined + place * (length - joined),
        25..78 => length - early(dice.at(2)) * 300.0_f64.min(length / 4.0),
        _ => length - place * 15.0,
    }
}

/// The time from joining to leaving, with pauses in between.
fn in_parts(joined: f64, left: f64, often: usize, dice: Dice) -> Vec<(f64, f64)> {
    let part = (left - joined) / often as f64;
    (0..often)
        .map(|turn| {
            let begins = joined + part * turn as f64;
            let pause = match turn + 1 == often {
                true => 0.0,
                false => part * (0.05 + 0.25 * dice.at(turn as u64).share()),
            };
            (begins, begins + part - pause)
        })
        .collect()
}

/// A share of which small ones are the more likely.
fn early(dice: Dice) -> f64 {
    dice.at(0).share() * dice.at(1).share()
}

fn span(call: &Call) -> f64 {
    between(call.started_at, call.ended_at)
}

fn between(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64()
}

/// The service writes times to the tenth of a microsecond.
fn stay(call: &Call, joined: f64, left: f64) -> Stay {
    let at = |seconds: f64| {
        let nanos = (seconds * 1e7).round() as i64 * 100;
        let after = SignedDuration::from_nanos(nanos);
        call.started_at
            .checked_add(after)
            .unwrap_or(call.started_at)
    };
    Stay {
        joined: at(joined),
        left: Some(at(left)),
    }
}
