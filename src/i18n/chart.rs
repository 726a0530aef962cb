//! Around every picture of numbers.

pub(crate) const AS_TABLE: &str = "As a table";
pub(crate) const SAVE_SVG: &str = "Download SVG";
pub(crate) const SAVE_PNG: &str = "Download PNG";
pub(crate) const NOT_SAVED: &str = "This browser doesn't let Rostrum save a file.";

/// What follows the name of a control that there is one of for each picture.
pub(crate) fn of(title: &str) -> String {
    [": ", title].concat()
}
