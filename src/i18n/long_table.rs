//! Long tables.

/// What the button in a column's head does.
pub(crate) fn sort_by(column: &str) -> String {
    ["Sort by ", column].concat()
}
