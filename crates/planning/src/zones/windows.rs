//! From a Windows zone name to the IANA zone that stands for it.

use std::cmp::Ordering;

use super::tables::windows::{RENAMED, WINDOWS};

/// Primary IANA name of a Windows zone; letter case of the name doesn't matter.
pub(super) fn primary(windows: &str) -> Option<&'static str> {
    row(windows).map(|row| row.1)
}

/// All Windows names, each with its primary IANA name, in the order of the table.
pub(super) fn rows() -> impl Iterator<Item = Row> {
    WINDOWS.lines().filter_map(|line| line.split_once('='))
}

/// Windows name and primary IANA name.
pub(super) type Row = (&'static str, &'static str);

/// Finds the row by halves: the text is cut at the line in its middle until that line is the one.
fn row(windows: &str) -> Option<Row> {
    let mut rest = WINDOWS;
    while !rest.is_empty() {
        let before = rest.as_bytes().get(..rest.len() / 2)?;
        let end_before = before.iter().rposition(|byte| *byte == b'\n');
        let start = end_before.map_or(0, |end| end + 1);
        let line = rest[start..].lines().next()?;
        let row = line.split_once('=')?;
        match ignoring_case(windows, row.0) {
            Ordering::Equal => return Some(row),
            Ordering::Less => rest = &rest[..start],
            Ordering::Greater => rest = rest.get(start + line.len() + 1..)?,
        }
    }
    None
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
