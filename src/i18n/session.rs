//! A session's details.

pub(crate) const RECORDING: &str = "Recording";
pub(crate) const COPY_RECORDING: &str = "Copy recording link";
pub(crate) const RECORDING_COPIED: &str = "Recording link copied";
pub(crate) const OPTIONS: &str = "Meeting options in Teams";
pub(crate) const MEETING_ID: &str = "Meeting ID";
pub(crate) const COPY_MEETING_ID: &str = "Copy meeting ID";
pub(crate) const MEETING_ID_COPIED: &str = "Meeting ID copied";
pub(crate) const PASSCODE: &str = "Passcode";
pub(crate) const NO_PASSCODE: &str = "No passcode is asked for.";
pub(crate) const HIDDEN: &str = "••••••";
pub(crate) const SHOW_PASSCODE: &str = "Show passcode";
pub(crate) const HIDE_PASSCODE: &str = "Hide passcode";
pub(crate) const COPY_PASSCODE: &str = "Copy passcode";
pub(crate) const PASSCODE_COPIED: &str = "Passcode copied";
pub(crate) const CHAT: &str = "Chat thread";
pub(crate) const COPY_CHAT: &str = "Copy chat thread";
pub(crate) const CHAT_COPIED: &str = "Chat thread copied";
pub(crate) const DIAL_IN: &str = "By phone";
pub(crate) const FREE: &str = "toll-free";
pub(crate) const CONFERENCE_ID: &str = "Conference ID";
pub(crate) const COPY_CONFERENCE_ID: &str = "Copy conference ID";
pub(crate) const CONFERENCE_ID_COPIED: &str = "Conference ID copied";
pub(crate) const ALL_NUMBERS: &str = "All numbers";
pub(crate) const INVITATION_BLOCK: &str = "Text for invitations";
pub(crate) const NO_INVITATION_BLOCK: &str = "The service gives no text.";
pub(crate) const SETTINGS: &str = "How the session is set up";
pub(crate) const SETTINGS_HELP: &str = "Changed in Teams only, by the meeting options.";
pub(crate) const NO_SETTINGS: &str = "The service tells nothing about it.";
pub(crate) const YES: &str = "Yes";
pub(crate) const NO: &str = "No";

pub(crate) const CAPACITY: &str = "Attendees it can hold";
pub(crate) const PRESENTERS: &str = "Who can present";
pub(crate) const LOBBY: &str = "Past the lobby at once";
pub(crate) const LOBBY_PHONES: &str = "Callers past the lobby";
pub(crate) const LOBBY_ADMITTERS: &str = "Who admits from the lobby";
pub(crate) const MEETING_CHAT: &str = "Chat";
pub(crate) const CHAT_TEXT_ONLY: &str = "Only text in the chat";
pub(crate) const CHAT_HISTORY: &str = "Chat history for newcomers";
pub(crate) const CAMERA: &str = "Attendees' cameras";
pub(crate) const MICROPHONE: &str = "Attendees' microphones";
pub(crate) const REACTIONS: &str = "Reactions";
pub(crate) const RENAME: &str = "Participants may change their name";
pub(crate) const RECORDED: &str = "Recorded from the start";
pub(crate) const MAY_RECORD: &str = "Recording allowed";
pub(crate) const TRANSCRIPT: &str = "Transcription allowed";
pub(crate) const WHITEBOARD: &str = "Whiteboard";
pub(crate) const POWERPOINT: &str = "PowerPoint Live";
pub(crate) const BREAKOUT: &str = "Breakout rooms";
pub(crate) const COPYING: &str = "Copying of what is shared";
pub(crate) const ANNOUNCED: &str = "Callers are announced";
pub(crate) const ENCRYPTED: &str = "Encrypted end to end";
pub(crate) const WATERMARK_CONTENT: &str = "Watermark on what is shared";
pub(crate) const WATERMARK_VIDEO: &str = "Watermark on video";
pub(crate) const LIVE_SHARE: &str = "Live Share";
pub(crate) const MEETING_TYPE: &str = "Kind of meeting";
pub(crate) const LANGUAGE: &str = "Language spoken";
pub(crate) const ROOM_ID: &str = "ID for meeting rooms";
pub(crate) const ROOM_KEY: &str = "Key for meeting rooms";
pub(crate) const ROOM_HELP: &str = "Joining from a meeting room";
pub(crate) const LABEL: &str = "Sensitivity label";
pub(crate) const EXPIRES: &str = "Can be joined until";

/// A setting's value in words; one that isn't known yet as the service names it.
pub(crate) fn value(name: &str) -> String {
    let word = match name {
        "everyone" => "Everyone",
        "organization" => "People of the organization",
        "organizationAndFederated" => "People of the organization and of those it trusts",
        "organizationExcludingGuests" => "People of the organization, without guests",
        "roleIsPresenter" => "Organizers and presenters",
        "organizer" => "The organizer",
        "invited" => "Those invited",
        "organizerAndCoOrganizers" => "Organizer and co-organizers",
        "organizerAndCoOrganizersAndPresenters" => "Organizer, co-organizers and presenters",
        "enabled" => "On",
        "disabled" => "Off",
        "limited" => "During the session only",
        "none" => "Nothing",
        "all" => "Everything",
        "adhoc" => "Not planned",
        "scheduled" => "Planned",
        "recurring" => "One of a series",
        "broadcast" => "Broadcast",
        "meetnow" => "Started at once",
        other => other,
    };
    word.to_owned()
}

/// A number in groups of three, as it is read out: `234 567 890 123`.
pub(crate) fn in_groups(number: &str) -> String {
    if number.contains(' ') || !number.is_ascii() {
        return number.to_owned();
    }
    let groups = number.as_bytes().chunks(3).map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(" ")
}
