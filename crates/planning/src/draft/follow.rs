//! The end follows the start.

use virtual_events::WallTime;

use super::event::texts;
use super::{EventDraft, Moment, Side};
use crate::clock::{MINUTE, from_millis, millis, wall_from_millis, wall_millis};
use crate::zones::{IanaZone, LocalResult, ZoneRules, to_instant, to_wall};

/// Lengths that the form offers at a click, in minutes.
pub const DURATION_CHIPS: [u32; 3] = [30, 60, 90];

impl EventDraft {
    /// Takes what is typed as start; as soon as it can be read, the end moves with it.
    ///
    /// The length is kept in real time: over a change of the clocks an hour stays an hour.
    pub fn set_start(&mut self, date: &str, time: &str, rules: &dyn ZoneRules) {
        date.clone_into(&mut self.start_date);
        time.clone_into(&mut self.start_time);
        self.start_side = None;
        self.move_end(rules);
    }

    /// Takes what is typed as end; as soon as it lies after the start, it is the new length.
    pub fn set_end(&mut self, date: &str, time: &str, rules: &dyn ZoneRules) {
        date.clone_into(&mut self.end_date);
        time.clone_into(&mut self.end_time);
        self.end_side = None;
        self.measure(rules);
    }

    /// Takes a length in minutes: the end is then so long after the start.
    pub fn set_duration(&mut self, minutes: u32, rules: &dyn ZoneRules) {
        self.length_minutes = minutes;
        self.move_end(rules);
    }

    /// Takes another zone; what stands on the clocks stays.
    pub fn set_zone(&mut self, zone: &IanaZone, rules: &dyn ZoneRules) {
        zone.as_str().clone_into(&mut self.zone);
        self.start_side = None;
        self.end_side = None;
        self.measure(rules);
    }

    /// Chooses which start is meant that the clock shows twice; the end moves with it.
    pub fn choose_start(&mut self, side: Side, rules: &dyn ZoneRules) {
        self.start_side = Some(side);
        self.move_end(rules);
    }

    /// Chooses which end is meant that the clock shows twice.
    pub fn choose_end(&mut self, side: Side, rules: &dyn ZoneRules) {
        self.end_side = Some(side);
        self.measure(rules);
    }

    /// How long it takes, in minutes; `None` unless both can be read and the end is after the
    /// start. Part of a minute is cut off.
    #[must_use]
    pub fn duration_minutes(&self, rules: &dyn ZoneRules) -> Option<u32> {
        let length = length_millis(self.start(rules), self.end(rules))?;
        u32::try_from(length / MINUTE).ok().filter(|_| length > 0)
    }

    pub(super) fn measure(&mut self, rules: &dyn ZoneRules) {
        if let Some(minutes) = self.duration_minutes(rules).filter(|minutes| *minutes > 0) {
            self.length_minutes = minutes;
        }
    }

    fn move_end(&mut self, rules: &dyn ZoneRules) {
        let length = i64::from(self.length_minutes) * MINUTE;
        let zone = self.iana_zone();
        let start = self.start(rules);
        let end: Option<(WallTime, Option<Side>)> = match start.instant() {
            Some(instant) => {
                let end = from_millis(millis(instant).saturating_add(length));
                to_wall(end, &zone, rules).map(|wall| (wall, side_of(wall, end, &zone, rules)))
            }
            // without one instant the clock's own time does
            None => start
                .wall()
                .map(|wall| (wall_from_millis(wall_millis(wall) + length), None)),
        };
        if let Some((wall, side)) = end {
            (self.end_date, self.end_time) = texts(wall);
            self.end_side = side;
        }
    }
}

/// Which of two alike times an instant is; `None` if the clock shows it once.
fn side_of(
    wall: WallTime,
    instant: virtual_events::UtcInstant,
    zone: &IanaZone,
    rules: &dyn ZoneRules,
) -> Option<Side> {
    match to_instant(wall, zone, rules) {
        LocalResult::Overlap { earlier, .. } => Some(if earlier == instant {
            Side::Earlier
        } else {
            Side::Later
        }),
        _ => None,
    }
}

/// From start to end in milliseconds: in real time if that is known, else by the clocks.
pub(super) fn length_millis(start: Moment, end: Moment) -> Option<i64> {
    match (start.instant(), end.instant()) {
        (Some(start), Some(end)) => Some(millis(end) - millis(start)),
        _ => Some(wall_millis(end.wall()?) - wall_millis(start.wall()?)),
    }
}
