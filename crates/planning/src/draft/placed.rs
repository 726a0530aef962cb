//! A draft moved to other times.

use virtual_events::WallTime;

use super::event::texts;
use super::{EventDraft, Side};
use crate::zones::ZoneRules;

/// What the clock shows, and which is meant if it shows that twice.
pub(crate) type Place = (WallTime, Option<Side>);

impl EventDraft {
    /// The same town hall from `start` to `end` on the clocks of its zone.
    pub(crate) fn placed(&self, start: Place, end: Place) -> Self {
        let mut draft = self.clone();
        ((draft.start_date, draft.start_time), draft.start_side) = (texts(start.0), start.1);
        ((draft.end_date, draft.end_time), draft.end_side) = (texts(end.0), end.1);
        draft
    }

    /// Puts the start there; the end moves with it.
    pub(crate) fn set_start_wall(&mut self, start: WallTime, rules: &dyn ZoneRules) {
        let (date, time) = texts(start);
        self.set_start(&date, &time, rules);
    }
}
