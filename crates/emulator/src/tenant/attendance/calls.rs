//! When the meeting of an event really ran.

use jiff::{SignedDuration, Timestamp};

use super::super::course::Rehearsal;
use super::super::event::Event;
use super::super::zones::instant_of;
use crate::chance::Dice;
use crate::ident::spread;

/// One run of the meeting, from the first who joined to the last who left.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// Tells the calls of an event apart.
    pub(crate) name: String,
    pub(crate) purpose: Purpose,
    pub(crate) started_at: Timestamp,
    pub(crate) ended_at: Timestamp,
    /// When it was to begin.
    pub(crate) planned_at: Timestamp,
    /// Whether it broke off, with everybody in it.
    pub(crate) breaks_off: bool,
}

/// What a call is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Event,
    /// The event once more, after the call had broken off.
    Again,
    Rehearsal,
}

/// Seconds from one call's breaking off to the next one.
const PAUSE_S: i64 = 240;

/// The calls of an event, past and to come; none when it has no times.
pub(super) fn of(event: &Event) -> Vec<Call> {
    let (Some(start), Some(end)) = (instant_of(&event.start), over_at(event)) else {
        return Vec::new();
    };
    let dice = Dice::of(&event.id).at(1);
    let doors = later(start, -600 - seconds(dice.at(1), 300));
    let mut calls = rehearsal(event, start);
    let restarts = i64::from(event.course.restarts);
    let length = end.as_second() - start.as_second();
    for turn in 0..=restarts {
        // The first call breaks off after two fifths of the time, further ones share the rest.
        let share = |turn: i64| match turn {
            0 => 0,
            _ => length * 2 / 5 + (length * 3 / 5) * (turn - 1) / restarts.max(1),
        };
        let breaks_off = turn < restarts;
        let started_at = match turn {
            0 => doors,
            _ => later(start, share(turn) + PAUSE_S.min(length / (4 * restarts))),
        };
        calls.push(Call {
            name: if turn == 0 {
                "main".to_owned()
            } else {
                format!("again/{turn}")
            },
            purpose: if turn == 0 {
                Purpose::Event
            } else {
                Purpose::Again
            },
            started_at,
            ended_at: if breaks_off {
                later(start, share(turn + 1))
            } else {
                end
            },
            planned_at: start,
            breaks_off,
        });
    }
    calls
}

/// When the event is really over: a minute or two after its planned end, or much later.
pub(crate) fn over_at(event: &Event) -> Option<Timestamp> {
    let planned = instant_of(&event.end)?;
    let overrun = i64::from(event.course.overrun_min) * 60;
    let lingering = 20 + seconds(Dice::of(&event.id).at(2), 100);
    Some(later(planned, overrun + lingering))
}

/// Twenty-five minutes, the day before, unless the event wasn't planned yet.
fn rehearsal(event: &Event, start: Timestamp) -> Vec<Call> {
    let held = match event.course.rehearsal {
        Rehearsal::Held => true,
        Rehearsal::None => false,
        Rehearsal::Perhaps => spread(&event.id).is_multiple_of(3),
    };
    let started_at = later(start, -86_400);
    if !held || started_at < event.created_at {
        return Vec::new();
    }
    vec![Call {
        name: "rehearsal".to_owned(),
        purpose: Purpose::Rehearsal,
        started_at,
        ended_at: later(started_at, 1_500),
        planned_at: started_at,
        breaks_off: false,
    }]
}

fn later(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(seconds))
        .unwrap_or(at)
}

fn seconds(dice: Dice, most: u64) -> i64 {
    i64::try_from(dice.below(most)).unwrap_or_default()
}
