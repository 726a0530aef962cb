//! Keys that work anywhere on the page.

pub(crate) const TITLE: &str = "Keyboard shortcuts";
pub(crate) const SWITCH: &str = "Use single keys";
pub(crate) const CLOSE: &str = "Close";

/// The keys, one after the other, and what they do.
pub(crate) const KEYS: [(&[&str], &str); 7] = [
    (&["/"], "Search the board"),
    (&["n"], "New town hall"),
    (&["g", "b"], "Go to the board"),
    (&["g", "l"], "Go to the live list"),
    (&["g", "c"], "Go to the calendar"),
    (&["g", "t"], "Go to the templates"),
    (&["?"], "Show these shortcuts"),
];
