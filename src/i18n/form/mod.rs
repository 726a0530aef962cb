//! The form's words.

mod problem;

use super::board;
use super::topics::topics;
use planning::draft::{Field, Topic};
pub(crate) use problem::{in_summary, problem};
use virtual_events::EventKind;

pub(crate) const EDIT_TITLE: &str = "Edit event";
pub(crate) const CANT_EDIT: &str = "You can't edit this event";
pub(crate) const WHAT: &str = "What";
pub(crate) const TITLE: &str = "Title";
pub(crate) const DESCRIPTION: &str = "Description";
pub(crate) const DESCRIPTION_HELP: &str = "What it is about; attendees read it in the invitation.";
pub(crate) const NO_EDITOR: &str = "The editor couldn't be loaded. The description stays as it is.";
pub(crate) const REMOVED: &str = "Something in this description could run by itself. It isn't shown here, and goes when you change the description.";
pub(crate) const EDITOR: [(&str, &str); 14] = [
    ("tools", "Formatting"),
    ("bold", "Bold"),
    ("italic", "Italic"),
    ("bullets", "Bulleted list"),
    ("numbers", "Numbered list"),
    ("link", "Link"),
    ("address", "Address of the link"),
    ("apply", "Apply"),
    ("unlink", "Remove link"),
    ("cancel", "Cancel"),
    (
        "noAddress",
        "Enter a web address such as https://example.org, or an e-mail address.",
    ),
    ("keeps", "{}: stays as it is"),
    ("kept_table", "Table"),
    ("kept_img", "Picture"),
];

/// What the editor can't hold stays.
pub(crate) fn kept(count: usize) -> String {
    let what = match count {
        1 => "One part".to_owned(),
        count => format!("{count} parts"),
    };
    [
        what.as_str(),
        " of this description can't be edited here, such as tables and pictures. They stay as they are.",
    ]
    .concat()
}

pub(crate) const WHEN: &str = "When";
pub(crate) const STARTS: &str = "Starts";
pub(crate) const ENDS: &str = "Ends";
pub(crate) const START_DATE: &str = "Start date";
pub(crate) const START_TIME: &str = "Start time";
pub(crate) const END_DATE: &str = "End date";
pub(crate) const END_TIME: &str = "End time";
pub(crate) const LENGTH: &str = "Length";
pub(crate) const EARLIER: &str = "The earlier of the two";
pub(crate) const LATER: &str = "The later of the two";
pub(crate) const ZONE: &str = "Time zone";
pub(crate) const ZONE_HELP: &str = "Type a city. The times above are on that city's clock.";
pub(crate) const NO_ZONE: &str = "No zone has that name";
pub(crate) const WHO: &str = "Who may come";
pub(crate) const FIXED_LATER: &str =
    "What you choose here can't be changed once the event is saved.";
pub(crate) const FIXED_NOW: &str =
    "Microsoft fixes these when an event is created. To change them, make a new event.";
pub(crate) const ORGANIZATION: &str = "Your organization";
pub(crate) const ORGANIZATION_HELP: &str =
    "Colleagues and guests of your organization's directory.";
pub(crate) const EVERYONE: &str = "Everyone";
pub(crate) const EVERYONE_HELP: &str = "Anybody with the link. Your organization may not allow it.";
pub(crate) const INVITE_ONLY_HELP: &str =
    "Only the people invited below can join. Needs the audience \"Your organization\".";
pub(crate) const CAPACITY_HELP: &str =
    "How many attendees you expect. Leave it empty if you don't know.";
pub(crate) const REGISTRATION_EMAIL: &str = "Registration and e-mail";
pub(crate) const REGISTRATION_HELP: &str = "Attendees sign up before they get their link.";
pub(crate) const EMAIL_HELP: &str = "Teams sends invitations and changes. Organizer, co-organizers and presenters get theirs in any case.";
pub(crate) const PEOPLE: &str = "People";
pub(crate) const CO_ORGANIZERS_HELP: &str =
    "They can edit, but not publish or cancel. From your organization's directory.";
pub(crate) const INVITED_HELP: &str =
    "People of your directory, or guests: an address, or Name <address>.";
pub(crate) const FIND_PEOPLE: &str = "Type a name";
pub(crate) const SEARCHING: &str = "Searching…";
pub(crate) const ALREADY_CHOSEN: &str = "already chosen";
const AS_GUEST: &str = "invite as a guest";
pub(crate) const SAVE_DRAFT: &str = "Save draft";
pub(crate) const SAVE_CHANGES: &str = "Save changes";
pub(crate) const DRAFT_SAVED: &str = "Draft saved";
pub(crate) const SAVED: &str = "Changes saved";
pub(crate) const LEFT: &str =
    "Your changes weren't sent: the page was left too soon. The board lists them under Unfinished.";
pub(crate) const KEPT: &str = "Kept in this browser just now";
pub(crate) const NOT_KEPT: &str = "This browser doesn't let Rostrum keep what you type. Save the draft before you leave this page, or keep it as a file.";
pub(crate) const SAVE_FILE: &str = "Save as a file";
pub(crate) const OPEN_FILE: &str = "Open a draft file";
pub(crate) const NO_DRAFT_FILE: &str = "That file holds no draft of Rostrum's.";
pub(crate) const NEWER_DRAFT_FILE: &str =
    "A newer version of Rostrum wrote that file. Load the page again to get it.";
pub(crate) const DISPUTE: &str = "Somebody else changed this event meanwhile";
pub(crate) const DISPUTE_TEXT: &str = "You both changed what stands below. Choose what to keep, then save again. Nothing was sent yet.";
pub(crate) const MINE: &str = "Mine";
pub(crate) const THEIRS: &str = "Theirs";
pub(crate) const START_OVER: &str = "Start over";
pub(crate) const SUMMARY: &str = "Summary";
pub(crate) const CANT_CHANGE: &str = "You can't change this later";
pub(crate) const AMBIGUOUS: &str = "We can't tell whether it was saved";
pub(crate) const AMBIGUOUS_TEXT: &str = "The answer was lost on the way. Drafts that look like this one, perhaps older, can be opened here. If none is what you just wrote, try again.";

/// Somebody from outside can be taken.
pub(crate) fn as_guest(name: &str, email: Option<&str>) -> String {
    match email.filter(|email| *email != name) {
        Some(email) => [email, ", ", AS_GUEST].concat(),
        None => AS_GUEST.to_owned(),
    }
}

/// The heading over the form for a new event.
pub(crate) const fn new_title(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => board::NEW_TOWNHALL,
        EventKind::Webinar => board::NEW_WEBINAR,
    }
}

/// A draft saved as a file.
pub(crate) const fn draft_file(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "town-hall-draft.json",
        EventKind::Webinar => "webinar-draft.json",
    }
}

/// A file holds a draft of the other kind.
pub(crate) const fn other_kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => {
            "That file holds a draft of a town hall. Open it in the form for a new town hall."
        }
        EventKind::Webinar => {
            "That file holds a draft of a webinar. Open it in the form for a new webinar."
        }
    }
}

/// The heading over an event's form.
pub(crate) fn edit_heading(title: &str) -> String {
    ["Edit ", title].concat()
}

/// The form goes on where it was left.
pub(crate) fn restored(when: &str) -> String {
    [
        "We kept what you typed on ",
        when,
        ". Go on, or start over.",
    ]
    .concat()
}

/// What others changed is in the form now.
pub(crate) fn taken(taken: &[Topic]) -> String {
    [
        "Somebody else changed this meanwhile, and the form has it now: ",
        &topics(taken),
        ".",
    ]
    .concat()
}

/// The edit is saved; what others changed meanwhile stays.
pub(crate) fn saved(taken: &[Topic]) -> String {
    if taken.is_empty() {
        return SAVED.to_owned();
    }
    [
        SAVED,
        ". Changed by somebody else meanwhile: ",
        &topics(taken),
        ".",
    ]
    .concat()
}

/// A link to an event that may be the one.
pub(crate) fn open_candidate(title: &str) -> String {
    ["Open ", title].concat()
}

/// Takes somebody off a list.
pub(crate) fn remove(name: &str) -> String {
    ["Remove ", name].concat()
}

/// The list of people chosen in a field.
pub(crate) fn chosen(field: &str) -> String {
    [field, " chosen"].concat()
}

/// Nobody in the directory has this name.
pub(crate) fn nobody_found(typed: &str) -> String {
    ["Nobody in your directory is called “", typed, "”"].concat()
}

/// A length to choose.
pub(crate) fn minutes(minutes: u32) -> String {
    format!("{minutes} min")
}

/// How many things stop the form.
pub(crate) fn errors(count: usize) -> String {
    match count {
        1 => "One thing to correct".to_owned(),
        count => format!("{count} things to correct"),
    }
}

/// A field's name, for the summary and for what is fixed.
pub(crate) const fn field_name(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Title => TITLE,
        Field::Description => DESCRIPTION,
        Field::StartDate => START_DATE,
        Field::StartTime => START_TIME,
        Field::EndDate => END_DATE,
        Field::EndTime => END_TIME,
        Field::Zone => ZONE,
        Field::Audience => "Audience",
        Field::InviteOnly => "Invite only",
        Field::Capacity => "Capacity",
        Field::Registration => "Registration required",
        Field::AttendeeEmails => "E-mail notifications",
        Field::CoOrganizers => "Co-organizers",
        Field::InvitedAttendees => "Invited attendees",
        Field::Presenters => "Presenters",
    })
}
