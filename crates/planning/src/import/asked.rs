//! Rules that remember every instant they were asked about.
//!
//! In the week in which clocks change a browser is asked for each instant, which takes
//! microseconds; a file asks for the same few instants again and again.

use std::cell::RefCell;
use std::collections::BTreeMap;

use virtual_events::UtcInstant;

use crate::zones::{Offset, ZoneRules};

pub(super) struct Asked<'a> {
    behind: &'a dyn ZoneRules,
    /// By zone, then by instant.
    known: RefCell<BTreeMap<String, BTreeMap<UtcInstant, Option<Offset>>>>,
}

impl<'a> Asked<'a> {
    pub(super) fn new(behind: &'a dyn ZoneRules) -> Self {
        Self {
            behind,
            known: RefCell::default(),
        }
    }
}

impl ZoneRules for Asked<'_> {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        let known = self
            .known
            .borrow()
            .get(iana)
            .and_then(|zone| zone.get(&instant).copied());
        if let Some(offset) = known {
            return offset;
        }
        let offset = self.behind.offset_at(iana, instant);
        let mut zones = self.known.borrow_mut();
        match zones.get_mut(iana) {
            Some(zone) => drop(zone.insert(instant, offset)),
            None => drop(zones.insert(iana.to_owned(), BTreeMap::from([(instant, offset)]))),
        }
        offset
    }
}
