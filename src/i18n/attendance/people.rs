//! The table of people, and which report it is of.

use crate::i18n::{count, number};
use planning::attendance::Occasion;
use virtual_events::RegistrationStatus;

pub(crate) const WHO: &str = "People who came";
pub(crate) const SEARCH: &str = "Search people";
pub(crate) const NAME: &str = "Name";
pub(crate) const EMAIL: &str = "E-mail";
pub(crate) const ROLE: &str = "Role";
pub(crate) const FIRST_JOIN: &str = "First came";
pub(crate) const LAST_LEAVE: &str = "Left";
pub(crate) const STAY: &str = "Stay";
pub(crate) const TIMES: &str = "Times in";
pub(crate) const REGISTERED: &str = "Registered";
pub(crate) const YES: &str = "Yes";
pub(crate) const OPENS: &str = "Choose a row for more about a person.";
pub(crate) const CLOSE: &str = "Close";

pub(crate) const COMES_FROM: &str = "Comes from";
pub(crate) const STAYS: &str = "Was there";
pub(crate) const NO_STAYS: &str = "Microsoft 365 didn't say when.";
pub(crate) const THEIR_REGISTRATION: &str = "Registration";
pub(crate) const READ_REGISTRATION: &str = "Show registration";
pub(crate) const HIDDEN_WITH_NAMES: &str = "Not shown while names are hidden.";
pub(crate) const NO_MATCH: &str = "Nobody matches. Search looks at names, addresses and roles.";
pub(crate) const CLEAR: &str = "Clear search";

pub(crate) const REGISTRATION: &str = "Registered and came";
pub(crate) const WITH_REGISTRATION: &str = "Came with a registration";
pub(crate) const WITHOUT_REGISTRATION: &str = "Came without one";
pub(crate) const NOT_COME: &str = "Registered and didn't come";
pub(crate) const NOT_COME_TEXT: &str = "Not known: Microsoft 365 lists registrations to no browser, only to an app with permissions of its own.";
pub(crate) const NONE_NAMED: &str =
    "None of the records names a registration, so nothing can be told of who registered.";

pub(crate) const ATTENDEE: &str = "Attendee";

/// Somebody whose name isn't shown, or isn't known.
pub(crate) fn nameless(number: u32) -> String {
    [ATTENDEE, " ", &number.to_string()].concat()
}

/// Where somebody else's registration stands.
pub(crate) fn registration_is(status: Option<&RegistrationStatus>) -> String {
    match status {
        Some(RegistrationStatus::Registered) => "Registered".to_owned(),
        Some(RegistrationStatus::Waitlisted) => "On the waiting list".to_owned(),
        Some(RegistrationStatus::PendingApproval) => "Waiting for approval".to_owned(),
        Some(RegistrationStatus::RejectedByOrganizer) => "Not approved".to_owned(),
        Some(RegistrationStatus::Canceled) => "Cancelled".to_owned(),
        Some(other) => other.as_str().to_owned(),
        None => "Microsoft 365 didn't say how it stands.".to_owned(),
    }
}

/// How many of the people are shown.
pub(crate) fn matching(shown: usize, all: usize) -> String {
    if shown == all {
        return super::people(all);
    }
    [&number(shown), " of ", &super::people(all)].concat()
}

/// The reports of the event itself, taken together.
pub(crate) fn of_event(reports: usize) -> String {
    match reports {
        1 => "The event".to_owned(),
        _ => ["The event, ", &count(reports, "report"), " together"].concat(),
    }
}

/// All reports taken together.
pub(crate) fn all_reports(reports: usize) -> String {
    ["All ", &count(reports, "report"), " together"].concat()
}

/// One report.
pub(crate) fn one_report(occasion: Occasion, when: &str, people: Option<usize>) -> String {
    let word = match occasion {
        Occasion::Rehearsal => "Rehearsal, ",
        Occasion::Event => "Event, ",
        Occasion::Afterwards => "Afterwards, ",
    };
    let people = people.map(|it| [", ", &super::people(it)].concat());
    [word, when, people.as_deref().unwrap_or_default()].concat()
}
