//! The people of an event.

use crate::people::Candidate;
use virtual_events::Presenter;

pub(crate) const PRESENTERS: &str = "Presenters";
pub(crate) const NO_PRESENTERS: &str = "No presenters yet.";

/// What to call a presenter of whom the service may tell little.
pub(crate) fn name(presenter: &Presenter) -> String {
    let identity = presenter.identity.as_ref();
    identity
        .and_then(|it| it.display_name.clone())
        .filter(|name| !name.trim().is_empty())
        .or_else(|| presenter.email.clone())
        .or_else(|| identity.and_then(|it| it.email.clone()))
        .unwrap_or_else(|| presenter.id.as_str().to_owned())
}

pub(crate) const PASTE: &str = "Paste a list";
pub(crate) const PASTE_LABEL: &str = "Names and addresses";
pub(crate) const PASTE_HELP: &str = "Addresses apart by commas, semicolons or lines, with or without names; or cells of a spreadsheet.";
pub(crate) const PASTE_FILE: &str = "Or a CSV file";
pub(crate) const LOOK_UP: &str = "Look up";
pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const BACK: &str = "Back to the list";
pub(crate) const NO_ADDRESSES: &str = "No addresses, left out";
pub(crate) const ADD_PRESENTERS: &str = "Add presenters";
pub(crate) const ADD_HELP: &str =
    "People of your directory, or guests: an address, or Name <address>.";
pub(crate) const REMOVED: &str = "Presenter removed";
pub(crate) const SAVE: &str = "Save";
pub(crate) const BIO: &str = "Biography";
pub(crate) const COMPANY: &str = "Company";
pub(crate) const JOB: &str = "Job title";
pub(crate) const LINKEDIN: &str = "LinkedIn page";
pub(crate) const SITE: &str = "Own page";
pub(crate) const TWITTER: &str = "X (Twitter) page";
pub(crate) const NO_LINK: &str = "Enter a web address such as https://example.org.";

pub(crate) const ADD_CO_ORGANIZERS: &str = "Add co-organizers";
pub(crate) const ADD_INVITED: &str = "Invite attendees";

/// People were put on a list.
pub(crate) fn added(list: &str) -> String {
    [list, ": added"].concat()
}

/// Somebody was taken off a list.
pub(crate) fn removed(name: &str) -> String {
    [name, " removed"].concat()
}

/// Shows a long list whole.
pub(crate) fn show_all(count: usize) -> String {
    ["Show all ", &count.to_string()].concat()
}

/// Pastes a list into a field.
pub(crate) fn paste_into(field: &str) -> String {
    [PASTE, ": ", field].concat()
}

/// Name and address.
pub(crate) fn labelled(person: &Candidate) -> String {
    match person.email.as_deref().filter(|mail| *mail != person.name) {
        Some(mail) => [person.name.as_str(), " (", mail, ")"].concat(),
        None => person.name.clone(),
    }
}

/// How far the looking up is.
pub(crate) fn looking(count: usize) -> String {
    ["Looking up your directory: ", &count.to_string(), " so far"].concat()
}

/// How many of a list are in the directory.
pub(crate) fn found(count: usize) -> String {
    match count {
        0 => "Nobody on the list is in your directory".to_owned(),
        1 => "1 person found in your directory".to_owned(),
        count => [&count.to_string(), " people found in your directory"].concat(),
    }
}

/// How many aren't, and what can be done.
pub(crate) fn not_found(count: usize, guests: bool) -> String {
    let what = match guests {
        true => ". Choose who comes as a guest",
        false => ". Only people of your organization can be co-organizers",
    };
    [&count.to_string(), " not in your directory", what].concat()
}

/// Takes those chosen.
pub(crate) fn add(count: usize) -> String {
    match count {
        1 => "Add 1 person".to_owned(),
        count => ["Add ", &count.to_string(), " people"].concat(),
    }
}

/// Adds the presenters chosen.
pub(crate) fn add_presenters(count: usize) -> String {
    match count {
        0 => ADD_PRESENTERS.to_owned(),
        1 => "Add 1 presenter".to_owned(),
        count => ["Add ", &count.to_string(), " presenters"].concat(),
    }
}

/// Takes a presenter off.
pub(crate) fn remove(name: &str) -> String {
    ["Remove ", name].concat()
}

/// Changes what is told of a presenter.
pub(crate) fn edit_details(name: &str) -> String {
    ["Details of ", name].concat()
}
