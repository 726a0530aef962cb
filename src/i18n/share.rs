//! What is handed out: links, pictures, calendar files, invitations.

use super::count;
use planning::invitation::CalendarService;
use planning::mailing::Counts;

pub(crate) const NOT_YET: &str = "There is nothing to share yet";
pub(crate) const NOT_YET_TEXT: &str = "A draft has no links: they come with publishing. Then you find links, a QR code, calendar files and the invitation here.";
pub(crate) const NO_SESSION: &str = "This event has no session";
pub(crate) const NO_SESSION_TEXT: &str = "Without a session there is no link to share.";
pub(crate) const CANCELLED: &str = "This event was cancelled";
pub(crate) const CANCELLED_TEXT: &str =
    "Its links no longer lead anywhere. Tell people who may still have it in their calendar.";

pub(crate) const LINKS: &str = "Links";
pub(crate) const JOIN_HELP: &str = "For everybody who attends.";
pub(crate) const JOIN_HELP_REGISTERED: &str = "For people who registered; they also get their own link by e-mail. Invite with the registration link.";
pub(crate) const REGISTRATION_HELP: &str = "Where people register, guests too.";
pub(crate) const ADD_TO_CALENDAR_HELP: &str =
    "Registration isn't required: the page shows the event and acts as “add to calendar”.";
pub(crate) const OTHER_WAYS: &str = "Other ways to join";
pub(crate) const MEETING_ID: &str = "Meeting ID";
pub(crate) const COPY_MEETING_ID: &str = "Copy meeting ID";
pub(crate) const MEETING_ID_COPIED: &str = "Meeting ID copied";
pub(crate) const PASSCODE: &str = "Passcode";
pub(crate) const HIDDEN: &str = "••••••";
pub(crate) const SHOW_PASSCODE: &str = "Show passcode";
pub(crate) const HIDE_PASSCODE: &str = "Hide passcode";
pub(crate) const COPY_PASSCODE: &str = "Copy passcode";
pub(crate) const PASSCODE_COPIED: &str = "Passcode copied";
pub(crate) const DIAL_IN: &str = "By phone";
pub(crate) const ALL_NUMBERS: &str = "All numbers";
pub(crate) const CONFERENCE_ID: &str = "Conference ID";

pub(crate) const QR: &str = "QR code";
pub(crate) const QR_GOAL: &str = "Leads to";
pub(crate) const QR_NONE: &str = "The link is too long for a QR code.";
pub(crate) const SAVE_SVG: &str = "Download SVG";
pub(crate) const SAVE_PNG: &str = "Download PNG";
pub(crate) const NOT_SAVED: &str = "This browser doesn't let Rostrum save a file.";

pub(crate) const CALENDAR: &str = "Calendar";
pub(crate) const CALENDAR_HELP: &str = "The file opens in Outlook, Apple Calendar, Thunderbird and others. The links add the event to a calendar on the web; they can be copied into a page or a mail.";
pub(crate) const SAVE_ICS: &str = "Download calendar file";
pub(crate) const SAVE_CANCELLATION: &str = "Download cancellation";
pub(crate) const CANCELLATION_HELP: &str =
    "Opened in a calendar that has the event, this file marks it as cancelled.";
pub(crate) const NO_TIMES: &str =
    "The event's times or its time zone can't be read, so no calendar could take it.";
pub(crate) const LOCATION: &str = "Microsoft Teams";
pub(crate) const ICS_NAME: &str = "event.ics";

pub(crate) const INVITATION: &str = "Invitation";
pub(crate) const MESSAGE: &str = "Your own words";
pub(crate) const MESSAGE_HELP: &str = "They stand at the top of the invitation. Optional.";
pub(crate) const PREVIEW: &str = "Preview of the invitation";
pub(crate) const COPY_INVITATION: &str = "Copy invitation";
pub(crate) const COPY_PLAIN: &str = "Copy as plain text";
pub(crate) const INVITATION_COPIED: &str = "Invitation copied";
pub(crate) const MAIL_PROGRAM: &str = "Open in mail program";
pub(crate) const SAVE_EML: &str = "Download as e-mail file";
pub(crate) const MAIL_SHORT: &str =
    "The text is too long for a link to your mail program, which gets times and links only.";
pub(crate) const WHEN: &str = "When";
pub(crate) const JOIN: &str = "Join in Microsoft Teams";
pub(crate) const REGISTER: &str = "Register";
pub(crate) const ADD_BY_PORTAL: &str = "Details and “add to calendar”";

pub(crate) const PORTAL: &str = "Portal";
pub(crate) const EMBED: &str = "Embed code";
pub(crate) const EMBED_HELP: &str =
    "HTML for a page of your intranet: title, time and link. It needs no script.";
pub(crate) const COPY_EMBED: &str = "Copy embed code";
pub(crate) const EMBED_COPIED: &str = "Embed code copied";

pub(crate) const SEND: &str = "Send from your mailbox";
pub(crate) const SEND_HELP: &str = "The invitation above goes out from your own mailbox, with a calendar file. No recipient sees the others.";
pub(crate) const OWN_MAIL: &str = "Teams sends attendees of this event nothing: its e-mail notifications are switched off. What you send here is your organization's own e-mail.";
pub(crate) const FURTHER: &str = "Further recipients";
pub(crate) const FURTHER_HELP: &str =
    "E-mail addresses, with or without names. A pasted list will do.";
pub(crate) const MANNER: &str = "How it is sent";
pub(crate) const APART: &str = "One mail each";
pub(crate) const APART_HELP: &str =
    "Everybody is addressed. Exchange takes about 30 mails a minute.";
pub(crate) const TOGETHER: &str = "One mail to all, recipients hidden";
pub(crate) const TOGETHER_HELP: &str = "Everybody is in Bcc, at most 500 people with each mail.";
pub(crate) const REVIEW: &str = "Review and send";
pub(crate) const NOBODY: &str = "There is nobody to send it to yet.";
pub(crate) const SAVE_CSV: &str = "Download list for mail merge";
pub(crate) const CSV_NAME: &str = "Name";
pub(crate) const CSV_ADDRESS: &str = "E-mail";
pub(crate) const CSV_TITLE: &str = "Title";
pub(crate) const CSV_JOIN: &str = "Attendee link";
pub(crate) const CSV_REGISTRATION: &str = "Registration link";
pub(crate) const SUBJECT: &str = "Subject";
pub(crate) const WITH_CALENDAR: &str = "A calendar file goes with it.";
pub(crate) const NOT_YET_SEND: &str = "Not yet";
pub(crate) const MAY_SEND: &str = "Rostrum may not send mail for you yet";
pub(crate) const MAY_SEND_TEXT: &str = "Sending needs the permission Mail.Send, which you can give yourself. You are led to Microsoft's page and back here; what you typed is kept. Rostrum sends nothing without your click.";
pub(crate) const PROGRESS: &str = "How far the sending is";
pub(crate) const STOP: &str = "Stop";
pub(crate) const STOPPING: &str = "Stopping after the mail under way…";
pub(crate) const FAILED: &str = "Some mails were refused";
pub(crate) const FAILED_TEXT: &str =
    "Microsoft 365 didn't take the mails to these people. Check their addresses.";
pub(crate) const RETRY_FAILED: &str = "Try these again";
pub(crate) const UNSURE: &str = "Some mails may have been sent";
pub(crate) const UNSURE_TEXT: &str = "The answer was lost on the way. Look into your Sent Items first: sent again, these people may get it twice.";
pub(crate) const RETRY_UNSURE: &str = "Send these again";
pub(crate) const ANOTHER: &str = "Send to others";

/// `212 345 678 901`, as Teams writes it.
pub(crate) fn meeting_id(id: &str) -> String {
    let plain = id.bytes().all(|it| it.is_ascii_digit());
    if !plain {
        return id.to_owned();
    }
    let groups: Vec<&str> = (0..id.len())
        .step_by(3)
        .filter_map(|at| id.get(at..(at + 3).min(id.len())))
        .collect();
    groups.join(" ")
}

/// What the picture is, for who can't see it.
pub(crate) fn qr_alt(registration: bool, title: &str) -> String {
    let link = if registration {
        "registration link"
    } else {
        "attendee link"
    };
    ["QR code of the ", link, " of ", title].concat()
}

/// The link that adds to a calendar on the web.
pub(crate) const fn add_to(service: CalendarService) -> &'static str {
    match service {
        CalendarService::Office365 => "Add to Outlook (work or school)",
        CalendarService::Outlook => "Add to Outlook.com",
        CalendarService::Google => "Add to Google Calendar",
        CalendarService::Yahoo => "Add to Yahoo Calendar",
    }
}

/// A number to call.
pub(crate) fn phone(number: &str, conference: Option<&str>) -> String {
    match conference {
        Some(id) => [number, ", conference ID ", id].concat(),
        None => number.to_owned(),
    }
}

fn people(number: usize) -> String {
    if number == 1 {
        "1 person".to_owned()
    } else {
        [number.to_string().as_str(), " people"].concat()
    }
}

/// The box for those invited.
pub(crate) fn invited(number: usize) -> String {
    ["Invited attendees (", &number.to_string(), ")"].concat()
}

/// Pieces of a list that are no addresses.
pub(crate) fn no_addresses(pieces: &[String]) -> String {
    ["No e-mail address: ", &pieces.join(", ")].concat()
}

/// The question before sending.
pub(crate) fn send_to(number: usize) -> String {
    ["Send the invitation to ", &people(number), "?"].concat()
}

/// How many mails go out, from where.
pub(crate) fn consequence(mails: usize, people: usize, from: &str) -> String {
    let hidden = if mails < people {
        ", everybody hidden from the others. "
    } else {
        ", each addressed to one person. "
    };
    let go = if mails == 1 {
        " goes out from "
    } else {
        " go out from "
    };
    [
        count(mails, "mail").as_str(),
        go,
        from,
        hidden,
        "Mail that was sent can't be taken back.",
    ]
    .concat()
}

/// People the directory has no address of.
pub(crate) fn unknown(names: &[String]) -> String {
    [
        "Your directory has no address for: ",
        &names.join(", "),
        ".",
    ]
    .concat()
}

/// The box for those who were written to before.
pub(crate) fn leave_out(number: usize) -> String {
    [
        "Leave out ",
        &people(number),
        " who got this invitation from this browser before",
    ]
    .concat()
}

/// The list that unfolds.
pub(crate) fn recipients(number: usize) -> String {
    count(number, "recipient")
}

/// The button that sends.
pub(crate) fn send_button(number: usize) -> String {
    ["Send to ", &people(number)].concat()
}

/// How far the sending is.
pub(crate) fn progress(counts: Counts) -> String {
    let mut parts = vec![
        [
            "Sent to ",
            &counts.sent.to_string(),
            " of ",
            &people(counts.all()),
        ]
        .concat(),
    ];
    if counts.failed > 0 {
        parts.push([counts.failed.to_string().as_str(), " refused"].concat());
    }
    if counts.unsure > 0 {
        parts.push([counts.unsure.to_string().as_str(), " uncertain"].concat());
    }
    parts.join(", ")
}

/// The button that goes on after a stop.
pub(crate) fn go_on(waiting: usize) -> String {
    ["Go on with ", &people(waiting)].concat()
}
