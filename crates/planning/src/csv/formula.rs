//! Cells that a spreadsheet would run.
//!
//! A title of somebody else's event may begin like a formula, and would be one in whoever's
//! spreadsheet opens an export. An apostrophe before it makes it text.

use std::borrow::Cow;

/// How a cell begins that a spreadsheet may take for a formula.
const BEGINNINGS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether the cell, behind any apostrophes, begins like a formula.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(BEGINNINGS)
}

/// The cell as it may stand in a file: with an apostrophe before what looks like a formula.
#[must_use]
pub fn defused(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        Cow::Owned(["'", cell].concat())
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell as it was before it was [`defused`].
#[must_use]
pub fn armed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}
