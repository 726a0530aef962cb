//! Moving an event.

use crate::clock::{DAY, MINUTE, from_millis, millis, wall_from_millis, wall_millis};
use crate::draft::EventDraft;
use crate::zones::{ZoneRules, to_wall};

/// How far an event is moved, on or back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shift {
    /// Days of the calendar in the event's own zone: ten o'clock stays ten o'clock, whatever the
    /// clocks do in between.
    pub days: i32,
    /// Minutes of real time.
    pub minutes: i32,
}

impl Shift {
    /// Whether nothing moves.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// Moves start and end of a draft; how long it takes stays the same.
    ///
    /// A start that can't be read, or in a zone that nobody knows, stays where it is.
    pub fn apply(self, draft: &mut EventDraft, rules: &dyn ZoneRules) {
        let start = draft.start(rules);
        let Some(wall) = start.wall() else { return };
        let moved = wall_from_millis(wall_millis(wall) + i64::from(self.days) * DAY);
        if self.days != 0 {
            set(draft, moved, rules);
        }
        let Some(instant) = draft.start(rules).instant().filter(|_| self.minutes != 0) else {
            return;
        };
        let instant = from_millis(millis(instant) + i64::from(self.minutes) * MINUTE);
        if let Some(wall) = to_wall(instant, &draft.iana_zone(), rules) {
            set(draft, wall, rules);
        }
    }
}

fn set(draft: &mut EventDraft, wall: virtual_events::WallTime, rules: &dyn ZoneRules) {
    let text = wall.to_string();
    if let Some((date, time)) = text.split_once('T') {
        draft.set_start(date, time, rules);
    }
}
