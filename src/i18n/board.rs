//! The board.

use super::count;
use planning::Month;
use planning::board::Period;
use virtual_events::{EventKind, Role};

pub(crate) const TITLE: &str = "Board";
pub(crate) const NEW_TOWNHALL: &str = "New town hall";
pub(crate) const NEW_WEBINAR: &str = "New webinar";
pub(crate) const ON_NOW_NEXT: &str = "On now and next";
pub(crate) const SEARCH: &str = "Search events";
pub(crate) const STATUS: &str = "Status";
pub(crate) const ROLE: &str = "Role";
pub(crate) const KIND: &str = "Kind";
pub(crate) const WHEN: &str = "When";
pub(crate) const EVENT: &str = "Event";
pub(crate) const AUDIENCE: &str = "Audience";
pub(crate) const REGISTRATION: &str = "Registration";
pub(crate) const PEOPLE: &str = "People";
pub(crate) const ANY_ROLE: &str = "Any role";
pub(crate) const ANY_KIND: &str = "Any kind";
pub(crate) const ANY_TIME: &str = "Any time";
pub(crate) const CLEAR: &str = "Clear filters";
pub(crate) const IMPORT: &str = "Import";
pub(crate) const EXPORT: &str = "Export";
pub(crate) const VIEWS: &str = "Views";
pub(crate) const ACTIONS: &str = "Actions";
pub(crate) const COPY_LINK: &str = "Copy link";
pub(crate) const DUPLICATE: &str = "Duplicate";
pub(crate) const MORE: &str = "More";
pub(crate) const SELECT_ALL: &str = "Select all shown";
pub(crate) const REFRESH: &str = "Refresh";
pub(crate) const EMPTY_TITLE: &str = "No events yet";
pub(crate) const EMPTY_TEXT: &str = "A town hall is an online event in Teams for many: you and your presenters speak, everybody else watches and asks questions. Start with a title; nobody is told before you publish.";
pub(crate) const NONE_MATCH: &str = "No event matches";
pub(crate) const NONE_MATCH_TEXT: &str = "Try fewer words, or clear the filters.";
pub(crate) const LOADING: &str = "Reading your events…";
pub(crate) const REQUIRED: &str = "Required";
pub(crate) const PARTIAL_TITLE: &str = "Some of your events couldn't be read";

/// How many of how many are shown.
pub(crate) fn shown(shown: usize, total: usize) -> String {
    let all = count(total, "event");
    if shown == total {
        all
    } else {
        format!("{shown} of {all}")
    }
}

/// Which of the four lists is missing.
pub(crate) fn part(kind: EventKind, role: Role) -> &'static str {
    match (kind, role) {
        (EventKind::Townhall, Role::Organizer) => "town halls you organize",
        (EventKind::Townhall, Role::CoOrganizer) => "town halls you co-organize",
        (EventKind::Webinar, Role::Organizer) => "webinars you organize",
        (EventKind::Webinar, Role::CoOrganizer) => "webinars you co-organize",
    }
}

/// The sentence for parts that are missing.
pub(crate) fn partial(parts: &[&str]) -> String {
    [
        "What is missing: ",
        &parts.join(", "),
        ". The rest is below.",
    ]
    .concat()
}

/// The months, as a search understands them.
pub(crate) const MONTHS: [(&str, Month); 12] = [
    ("January", Month::January),
    ("February", Month::February),
    ("March", Month::March),
    ("April", Month::April),
    ("May", Month::May),
    ("June", Month::June),
    ("July", Month::July),
    ("August", Month::August),
    ("September", Month::September),
    ("October", Month::October),
    ("November", Month::November),
    ("December", Month::December),
];

/// A period's words.
pub(crate) const fn period(period: Period) -> &'static str {
    match period {
        Period::Any | Period::Between(..) => ANY_TIME,
        Period::Today => "Today",
        Period::Next7Days => "Next 7 days",
        Period::Next30Days => "Next 30 days",
        Period::Last30Days => "Last 30 days",
        Period::Past => "Over",
    }
}

/// What the table is sorted by, for screen readers.
pub(crate) const CAPTION: &str = "Your events";
pub(crate) const SHOW_MORE: &str = "Show more";

/// How many people an event names.
pub(crate) fn people(co_organizers: usize, invited: usize) -> String {
    match (co_organizers, invited) {
        (0, 0) => String::new(),
        (helpers, 0) => helping(helpers),
        (0, invited) => format!("{invited} invited"),
        (helpers, invited) => format!("{invited} invited, {}", helping(helpers)),
    }
}

fn helping(number: usize) -> String {
    // they stay on one line
    count(number, "co\u{2011}organizer").replace(' ', "\u{a0}")
}

/// What can be done with one event: the action, and the event's title.
pub(crate) fn of_event(action: &str, title: &str) -> String {
    [action, ": ", title].concat()
}

/// The box that ticks a row.
pub(crate) fn select(title: &str) -> String {
    ["Select ", title].concat()
}
