//! What a zone picker offers for the words typed into it.

use super::IanaZone;
use super::tables::iana::IANA;
use super::windows::{Row, rows};
use crate::fold::{Words, fold};

/// One zone of the picker's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneChoice {
    /// IANA name of today.
    pub iana: IanaZone,
    /// Windows name, which is what the service gets.
    pub windows: &'static str,
}

/// The zones whose names hold all the words of `query`, at most `limit` of them.
///
/// Looks in city and region, in older names of the zone ("Calcutta" finds `Asia/Kolkata`) and in
/// the Windows name; case and diacritics don't matter. Zones whose city begins with the query come
/// first, then by name. An empty query gives the first of all zones. Zones that Windows doesn't
/// have are never offered, each zone only once.
#[must_use]
pub fn find_zones(query: &str, limit: usize) -> Vec<ZoneChoice> {
    let all_windows: Vec<Row> = rows().collect();
    let words = Words::new(query);
    let beginning = fold(query.trim());
    // rank and index of today's name: an older name only adds a way to find it
    let mut found: Vec<(u8, u16)> = Vec::new();
    for (name, row, today) in &IANA {
        let Some((windows, _)) = all_windows.get(usize::from(*row)) else {
            continue;
        };
        let readable = fold(name).replace('_', " ");
        let begins = readable
            .rsplit('/')
            .next()
            .is_some_and(|city| city.starts_with(&beginning));
        if begins || words.all_in(&readable) || words.all_in(&fold(windows)) {
            found.push((u8::from(!begins), *today));
        }
    }
    found.sort_unstable();
    let mut taken = Vec::new();
    for (_, index) in found {
        if taken.len() == limit {
            break;
        }
        if !taken.contains(&index) {
            taken.push(index);
        }
    }
    taken
        .into_iter()
        .filter_map(|index| choice(index, &all_windows))
        .collect()
}

fn choice(index: u16, all_windows: &[Row]) -> Option<ZoneChoice> {
    let (name, row, _) = IANA.get(usize::from(index))?;
    let (windows, _) = all_windows.get(usize::from(*row))?;
    Some(ZoneChoice {
        iana: IanaZone::new(*name),
        windows,
    })
}
