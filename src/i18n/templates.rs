//! Templates and copies.

use planning::draft::Copied;
use virtual_events::EventKind;

pub(crate) const TITLE: &str = "Templates";
pub(crate) const OWN: &str = "Yours";
pub(crate) const ORGANIZATION: &str = "From your organization";
pub(crate) const NONE: &str =
    "No templates yet. Open an event, and choose More, then Save as template.";
pub(crate) const OPEN_FILE: &str = "Open a template file";
pub(crate) const NO_TEMPLATE: &str = "That file holds no template of Rostrum's.";
pub(crate) const NEWER: &str =
    "A newer version of Rostrum wrote that file. Load the page again to get it.";
pub(crate) const STORAGE: &str = "This browser keeps no templates";
pub(crate) const STORAGE_TEXT: &str = "Storage is switched off or full for this site.";
pub(crate) const NOT_KEPT: &str = "This browser couldn't keep that: storage is off or full.";
pub(crate) const SAVED: &str = "Template saved";
pub(crate) const FORGOTTEN: &str = "Template deleted";
pub(crate) const USE: &str = "Use";
pub(crate) const SAVE_FILE: &str = "Save as a file";
pub(crate) const MORE: &str = "More";
pub(crate) const DUPLICATE: &str = "Duplicate";
pub(crate) const SAVE_AS: &str = "Save as template";
pub(crate) const NAME: &str = "Name of the template";
pub(crate) const SAVE: &str = "Save";
pub(crate) const NOT_NOW: &str = "Not now";
pub(crate) const NEW_DATE: &str = "New date";
pub(crate) const WHAT_TO_COPY: &str = "What to copy";

/// What a template holds, in a line.
pub(crate) fn what(kind: &str, title: &str, minutes: u32) -> String {
    [kind, ": ", title, ", ", &minutes.to_string(), " min"].concat()
}

/// Begins with a template.
pub(crate) fn begin(name: &str) -> String {
    [USE, " ", name].concat()
}

/// Saves a template as a file.
pub(crate) fn share(name: &str) -> String {
    [SAVE_FILE, ": ", name].concat()
}

/// Deletes a template.
pub(crate) fn forget(name: &str) -> String {
    ["Delete ", name].concat()
}

/// The file of a template: letters and digits, the rest as dashes.
pub(crate) fn file(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = name.chars().map(plain).take(60).collect();
    ["template-", &name, ".json"].concat()
}

/// The organization's templates that can't be read.
pub(crate) fn unreadable(count: usize) -> String {
    [
        &count.to_string(),
        " more can't be read: tell whoever keeps config.json.",
    ]
    .concat()
}

/// The question before a copy.
pub(crate) fn duplicate_title(title: &str) -> String {
    ["Duplicate “", title, "”"].concat()
}

/// What of the time stays.
pub(crate) fn time_kept(time: &str, city: &str) -> String {
    [
        "At ",
        time,
        " on the clocks of ",
        city,
        ", as long as the other one.",
    ]
    .concat()
}

/// A part to copy.
pub(crate) const fn copied(part: Copied, kind: EventKind) -> &'static str {
    match part {
        Copied::Access if matches!(kind, EventKind::Webinar) => "Audience",
        Copied::Description => "Description",
        Copied::Access => "Audience, invite only, capacity",
        Copied::Registration => "Registration and e-mail settings",
        Copied::CoOrganizers => "Co-organizers",
        Copied::InvitedAttendees => "Invited attendees",
        Copied::Presenters => "Presenters",
    }
}

/// Names the part's check box.
pub(crate) const fn copied_id(part: Copied) -> &'static str {
    match part {
        Copied::Description => "description",
        Copied::Access => "access",
        Copied::Registration => "registration",
        Copied::CoOrganizers => "co-organizers",
        Copied::InvitedAttendees => "invited",
        Copied::Presenters => "presenters",
    }
}
