//! Making a series.

use crate::i18n::count;
use crate::i18n::event::noun;
use virtual_events::{EventKind, WallTime};

pub(crate) const REPEAT: &str = "Repeat";
pub(crate) const REPEAT_BUTTON: &str = "Repeat…";
pub(crate) const NO_DRAFT: &str = "A series begins with one event";
pub(crate) const NO_DRAFT_TEXT: &str =
    "Fill in the form for the first one, then choose “Repeat…” in it.";
pub(crate) const TO_FORM: &str = "To the form";
pub(crate) const HOW_OFTEN: &str = "How often";
pub(crate) const EVERY: &str = "Every";
pub(crate) const UNIT: &str = "Unit";
pub(crate) const ON_DAYS: &str = "On these days";
pub(crate) const ON_DAY: &str = "On which day";
pub(crate) const ENDS: &str = "Ends";
pub(crate) const AFTER: &str = "After a number of times";
pub(crate) const ON_DATE: &str = "On a date";
pub(crate) const TIMES: &str = "How many times";
pub(crate) const LAST_DAY: &str = "Last day";
pub(crate) const WHICH: &str = "Which days";
pub(crate) const WHICH_TEXT: &str =
    "Untick a day to leave it out. Nothing is sent before you say so.";
pub(crate) const PREVIEW: &str = "Days of the series";
pub(crate) const THEN: &str = "When they are made";
pub(crate) const LEAVE_DRAFTS: &str = "Leave them as drafts";
pub(crate) const LEAVE_DRAFTS_HELP: &str = "Nobody is told. You publish them when you are ready.";
pub(crate) const PUBLISH_ALL: &str = "Publish them all";
pub(crate) const PUBLISH_ALL_HELP: &str = "Invitations go out for every one of them now.";
pub(crate) const EACH_OF_THEM: &str = "This holds for each of them.";
pub(crate) const SOME_BLOCKED: &str = "Some of the days can't be used";
pub(crate) const SOME_BLOCKED_TEXT: &str = "Untick them below, or change the rule.";
pub(crate) const NOTHING_LEFT: &str = "No day is left: there is nothing to create.";
pub(crate) const LEFT_OUT: &str = "Left out";
pub(crate) const NONE: &str = "The rule names no day";

/// The page's heading.
pub(crate) fn new_title(kind: EventKind) -> String {
    ["Repeat a ", noun(kind)].concat()
}

/// What a series is good for.
pub(crate) fn repeat_text(kind: EventKind) -> String {
    [
        "Make a series of this ",
        noun(kind),
        ": every week, every month, every quarter.",
    ]
    .concat()
}

/// The way back to the form.
pub(crate) fn back_to_form(kind: EventKind) -> String {
    ["Change the ", noun(kind), " itself"].concat()
}

/// Something in the form is wrong.
pub(crate) const fn not_ready(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "The town hall itself isn't ready",
        EventKind::Webinar => "The webinar itself isn't ready",
    }
}

/// A run before this one has made it.
pub(crate) fn made(kind: EventKind) -> String {
    ["There is a ", noun(kind), " already"].concat()
}

/// How many, and from when to when.
pub(crate) fn planned(kind: EventKind, number: usize, first: &str, last: &str) -> String {
    match number {
        1 => ["1 ", noun(kind), ", on ", first].concat(),
        number => {
            let number = count(number, noun(kind));
            [&number, ", from ", first, " to ", last].concat()
        }
    }
}

/// The button that begins.
pub(crate) fn create(kind: EventKind, number: usize) -> String {
    ["Create ", &count(number, noun(kind))].concat()
}

/// The question before many are published.
pub(crate) fn publish_question(kind: EventKind, number: usize) -> String {
    ["Create and publish ", &count(number, noun(kind)), "?"].concat()
}

/// The offset differs from the one before.
pub(crate) fn offset_changes(offset: &str) -> String {
    ["The clocks have changed: UTC", offset, " from here on."].concat()
}

fn clock(wall: WallTime) -> String {
    wall.to_string().get(11..16).unwrap_or_default().to_owned()
}

/// The clocks skip the start.
pub(crate) fn skipped(original: WallTime, start: WallTime) -> String {
    let (original, start) = (clock(original), clock(start));
    [
        &original,
        " doesn't exist on this day, the clocks go forward. It will start at ",
        &start,
        ".",
    ]
    .concat()
}

/// The clocks show the start twice.
pub(crate) fn twice(original: WallTime) -> String {
    [
        &clock(original),
        " comes twice on this day, the clocks go back. The first is taken.",
    ]
    .concat()
}

/// Presenters are added one by one, after an event is made.
pub(crate) fn each_gets(presenters: usize) -> String {
    match presenters {
        1 => "Each gets its presenter.".to_owned(),
        more => ["Each gets its ", &count(more, "presenter"), "."].concat(),
    }
}
