//! What is done with a selection of events, in words.

use super::count;
use planning::role::WhyNot;

pub(crate) const SELECTION: &str = "Selected events";
pub(crate) const EDIT: &str = "Change events";
pub(crate) const CANCEL: &str = "Cancel events";
pub(crate) const CLEAR: &str = "Clear selection";
pub(crate) const FILE: &str = "events.csv";
pub(crate) const REGISTRATION: &str = "Registration required";
pub(crate) const EMAILS: &str = "E-mail notifications to attendees";
pub(crate) const HELPERS: &str = "Add co-organizers";
pub(crate) const HELPER_OPEN: &str = "Choose somebody from the list, or clear the box.";
pub(crate) const DAYS: &str = "Move by days";
pub(crate) const MINUTES: &str = "Move by minutes";
pub(crate) const SHIFT_HELP: &str =
    "A minus moves back. Days keep the time of day on each event's own clock.";
pub(crate) const AS_IT_IS: &str = "As it is";
pub(crate) const ON: &str = "Yes";
pub(crate) const OFF: &str = "No";
pub(crate) const LEAVE: &str = "Change nothing";

/// How many are selected.
pub(crate) fn selected(number: usize) -> String {
    [&events(number), " selected"].concat()
}

/// A number of events.
pub(crate) fn events(number: usize) -> String {
    count(number, "event")
}

/// The button that changes them.
pub(crate) fn change(number: usize) -> String {
    ["Change ", &events(number)].concat()
}

/// The question before cancelling.
pub(crate) fn cancel_title(number: usize) -> String {
    ["Cancel ", &events(number), "?"].concat()
}

/// What cancelling leads to.
pub(crate) fn cancel_consequence(invited: usize) -> String {
    let told = match invited {
        0 => "Whoever has a link won't be able to join.".to_owned(),
        1 => "1 invited person is told by e-mail, unless e-mail is switched off.".to_owned(),
        more => [
            more.to_string().as_str(),
            " invited people are told by e-mail, unless e-mail is switched off.",
        ]
        .concat(),
    };
    ["This can't be undone. ", &told].concat()
}

/// What is to be typed.
pub(crate) fn cancel_type(number: usize) -> String {
    ["To confirm, type how many: ", &number.to_string()].concat()
}

/// How many are left out.
pub(crate) fn left_out(number: usize) -> String {
    [&events(number), " will be left out:"].concat()
}

/// How many of those left out aren't named.
pub(crate) fn more(number: usize) -> String {
    ["And ", &number.to_string(), " more."].concat()
}

/// Why an event is left out.
pub(crate) const fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NotYours => "it isn't yours.",
        WhyNot::OrganizerOnly => "only its organizer can do this.",
        WhyNot::AlreadyPublished => "it is published.",
        WhyNot::Cancelled => "it is cancelled.",
        WhyNot::Over => "it is over.",
        WhyNot::UnknownStatus => "its status isn't one that Rostrum knows.",
    }
}
