//! The live list.

pub(crate) const TITLE: &str = "Live";
pub(crate) const ON_NOW: &str = "On now";
pub(crate) const NEXT: &str = "Next";
pub(crate) const EARLIER: &str = "Earlier today";
pub(crate) const NOTHING_ON: &str = "Nothing is on now.";
pub(crate) const NOTHING_NEXT: &str = "Nothing published is coming up.";
pub(crate) const NOTHING_EARLIER: &str = "Nothing has ended today.";
pub(crate) const JOIN: &str = "Join";
pub(crate) const COPY: &str = "Copy link";
pub(crate) const COPIED: &str = "Join link copied";
pub(crate) const NO_LINK: &str = "No join link yet";
pub(crate) const CLOCK: &str = "Your time";
pub(crate) const PROGRESS: &str = "How far it is";

/// When the list was last read.
pub(crate) fn read_at(time: &str) -> String {
    ["Read at ", time].concat()
}

/// Since when it is running and how long it has left.
pub(crate) fn elapsed(elapsed: &str, remaining: &str) -> (String, String) {
    (
        ["Running for ", elapsed].concat(),
        [remaining, " left"].concat(),
    )
}

/// How long until it starts.
pub(crate) fn starts_in(span: &str) -> String {
    ["Starts in ", span].concat()
}

/// When it ended.
pub(crate) fn ended_at(time: &str) -> String {
    ["Ended at ", time].concat()
}
