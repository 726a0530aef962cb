//! Zones: stories of single places, and every zone of the tables against an independent library.

mod against_jiff;
mod cached;
mod picker;
mod stories;
mod tables;

use std::collections::BTreeSet;

use super::tables::iana::IANA;

/// Each zone once, though it may have several names.
pub(crate) fn every_zone() -> Vec<&'static str> {
    let today: BTreeSet<u16> = IANA.iter().map(|row| row.2).collect();
    today
        .into_iter()
        .map(|index| IANA[usize::from(index)].0)
        .collect()
}
