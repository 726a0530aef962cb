//! Rules that remember, because asking a browser costs microseconds.

use std::cell::RefCell;
use std::rc::Rc;

use virtual_events::UtcInstant;

use super::{Offset, ZoneRules};
use crate::clock::{from_millis, millis};

const WEEK: i64 = 7 * 24 * 3_600_000;

/// Rules that ask the ones behind them only at the turn of weeks.
///
/// A week that begins and ends with the same offset has it all along (no zone changes its clocks
/// there and back within a week; the tests look at every zone). Only inside a week of a change is
/// each instant asked for. A list of 10,000 events costs some hundred questions instead of 80,000.
pub struct CachedRules {
    behind: Rc<dyn ZoneRules>,
    // a handful of zones, some hundred weeks: sorted lists are smaller than maps in the wasm
    zones: RefCell<Vec<(String, Weeks)>>,
}

/// Offset at the beginning of each week asked for, by week; `None` is an unknown zone.
type Weeks = Vec<(i64, Option<Offset>)>;

impl CachedRules {
    /// Remembers what `behind` says.
    #[must_use]
    pub fn new(behind: Rc<dyn ZoneRules>) -> Self {
        Self {
            behind,
            zones: RefCell::new(Vec::new()),
        }
    }

    fn at_week(&self, iana: &str, week: i64) -> Option<Offset> {
        if let Some(known) = self.known(iana, week) {
            return known;
        }
        // not borrowed here: whoever is behind may come back to us
        let offset = self.behind.offset_at(iana, from_millis(week * WEEK));
        self.remember(iana, week, offset);
        offset
    }

    fn known(&self, iana: &str, week: i64) -> Option<Option<Offset>> {
        let zones = self.zones.borrow();
        let (_, weeks) = zones.iter().find(|(name, _)| name == iana)?;
        let at = weeks.binary_search_by_key(&week, |(week, _)| *week).ok()?;
        weeks.get(at).map(|(_, offset)| *offset)
    }

    fn remember(&self, iana: &str, week: i64, offset: Option<Offset>) {
        let mut zones = self.zones.borrow_mut();
        match zones.iter_mut().find(|(name, _)| name == iana) {
            Some((_, weeks)) => {
                if let Err(at) = weeks.binary_search_by_key(&week, |(week, _)| *week) {
                    weeks.insert(at, (week, offset));
                }
            }
            None => zones.push((iana.to_owned(), vec![(week, offset)])),
        }
    }
}

impl ZoneRules for CachedRules {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        let week = millis(instant).div_euclid(WEEK);
        let first = self.at_week(iana, week)?;
        if self.at_week(iana, week + 1) == Some(first) {
            return Some(first);
        }
        self.behind.offset_at(iana, instant)
    }
}

impl std::fmt::Debug for CachedRules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let zones = self.zones.borrow();
        f.debug_struct("CachedRules")
            .field("zones", &zones.len())
            .finish_non_exhaustive()
    }
}
