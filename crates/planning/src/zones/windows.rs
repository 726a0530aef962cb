//! From a Windows zone name to the IANA zone that stands for it.

use std::cmp::Ordering;

use super::tables::windows::{RENAMED, WINDOWS};

/// Primary IANA name of a Windows zone; letter case of the name doesn't matter.
pub(super) fn primary(windows: &str) -> Option<&'static str> {
    row(windows).map(|row| row.1)
}

/// Windows name as the table writes it, with its primary IANA name.
pub(super) fn row(windows: &str) -> Option<&'static (&'static str, &'static str)> {
    let index = WINDOWS
        .binary_search_by(|entry| ignoring_case(entry.0, windows))
        .ok()?;
    WINDOWS.get(index)
}

/// The name that a zone had before it was renamed, if its name of today is young.
pub(super) fn older_name(iana: &str) -> Option<&'static str> {
    RENAMED
        .iter()
        .find(|(today, _)| *today == iana)
        .map(|(_, older)| *older)
}

pub(super) fn ignoring_case(a: &str, b: &str) -> Ordering {
    let left = a.bytes().map(|byte| byte.to_ascii_lowercase());
    left.cmp(b.bytes().map(|byte| byte.to_ascii_lowercase()))
}
