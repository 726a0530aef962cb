//! The access check.

use planning::access::{Check, Finding, Grant, Group, Remedy};
use virtual_events::{ConsentBy, ErrorKind, EventKind, Role, Scope};

pub(crate) const TITLE: &str = "Access check";
pub(crate) const LEAD: &str = "What your account can read through Rostrum, and what it can't: each read is tried once, nothing is changed.";
pub(crate) const CHECK_ALL: &str = "Check all";
pub(crate) const STOP: &str = "Stop";
pub(crate) const COPY: &str = "Copy report";
pub(crate) const COPIED: &str = "Report copied";
pub(crate) const REPORT_HELP: &str = "The report holds your name, what was tried and how it was answered. Ids are shortened, answers aren't part of it.";
pub(crate) const EVENT: &str = "Event to try with";
pub(crate) const NO_EVENTS: &str =
    "Without an event of yours, what reads one event can't be tried.";
pub(crate) const PERMISSIONS: &str = "Permissions";
pub(crate) const ASK: &str = "Ask for it";
pub(crate) const TRY: &str = "Try";
pub(crate) const EXACT: &str = "Exact answer";
pub(crate) const COPY_ANSWER: &str = "Copy answer";
pub(crate) const ANSWER_COPIED: &str = "Answer copied";
pub(crate) const NO_EVENT: &str = "There is no event of yours to try it with.";
pub(crate) const NO_SESSION: &str = "The event has no session yet: choose one that is published.";
pub(crate) const TRYING: &str = "Trying…";
pub(crate) const STOPPED: &str = "Stopped.";

/// The mark before a sentence, for who can't see it.
pub(crate) const fn mark(finding: Finding) -> &'static str {
    match finding {
        Finding::Works(_) | Finding::Nothing => "Works",
        Finding::Missing(_) => "Missing",
        Finding::NotFromBrowser => "Not possible from a browser",
        Finding::Unclear(_) => "Not known",
    }
}

/// A group's heading.
pub(crate) const fn group(group: Group) -> &'static str {
    match group {
        Group::Account => "Your account and your directory",
        Group::MyEvents => "Your events",
        Group::OneEvent => "One event",
        Group::Applications => "Of others and of everybody",
    }
}

/// What a check is about, to go on after "You can".
pub(crate) const fn phrase(check: Check) -> &'static str {
    match check {
        Check::Me => "read your own name and address",
        Check::Photo => "read photos of people",
        Check::People => "find people of your directory",
        Check::MyEvents(EventKind::Townhall, Role::Organizer) => "list town halls you organize",
        Check::MyEvents(EventKind::Townhall, Role::CoOrganizer) => {
            "list town halls you co-organize"
        }
        Check::MyEvents(EventKind::Webinar, Role::Organizer) => "list webinars you organize",
        Check::MyEvents(EventKind::Webinar, Role::CoOrganizer) => "list webinars you co-organize",
        Check::Event => "open the event",
        Check::Sessions => "read its session and join link",
        Check::Presenters => "read who presents it",
        Check::RegistrationSetup => "read how registration for it is set up",
        Check::Questions => "read its registration questions",
        Check::MyRegistration => "read your own registration for it",
        Check::Attendance => "list its attendance reports",
        Check::Registrations => "list who registered for it",
        Check::AllEvents(EventKind::Townhall) => "list all town halls of your organization",
        Check::AllEvents(EventKind::Webinar) => "list all webinars of your organization",
        Check::EventsOfUser(EventKind::Townhall) => "list somebody else's town halls",
        Check::EventsOfUser(EventKind::Webinar) => "list somebody else's webinars",
    }
}

/// A check before it is made.
pub(crate) fn untried(check: Check) -> String {
    ["Can you ", phrase(check), "?"].concat()
}

/// The button that makes one check.
pub(crate) fn try_one(check: Check) -> String {
    [TRY, ": ", phrase(check)].concat()
}

/// What was found.
pub(crate) fn sentence(check: Check, finding: Finding) -> String {
    let phrase = phrase(check);
    match finding {
        Finding::Works(_) | Finding::Nothing => ["You can ", phrase, "."].concat(),
        Finding::Missing(_) => ["You can't ", phrase, "."].concat(),
        Finding::NotFromBrowser => ["An app in a browser can't ", phrase, "."].concat(),
        Finding::Unclear(_) => ["Whether you can ", phrase, " couldn't be found out."].concat(),
    }
}

/// How many there were, who can do something, or where it is possible.
pub(crate) fn remark(check: Check, finding: Finding) -> String {
    match finding {
        Finding::Works(None) => String::new(),
        Finding::Works(Some(0)) => "There are none.".to_owned(),
        Finding::Works(Some(1)) => "1 came.".to_owned(),
        Finding::Works(Some(number)) => {
            [number.to_string().as_str(), " came with the first page."].concat()
        }
        Finding::Nothing => match check {
            Check::Photo => "You have none yourself.".to_owned(),
            _ => "You aren't registered; organizers and presenters don't register.".to_owned(),
        },
        Finding::Missing(remedy) => remedy_text(check, remedy),
        Finding::NotFromBrowser => elsewhere(check),
        Finding::Unclear(kind) => unclear(kind).to_owned(),
    }
}

fn remedy_text(check: Check, remedy: Remedy) -> String {
    let permission = || {
        let names: Vec<_> = check.scopes().iter().map(|it| it.as_str()).collect();
        names.join(" or ")
    };
    match remedy {
        Remedy::User => [
            "You can grant it yourself: it needs the permission ",
            &permission(),
            ".",
        ]
        .concat(),
        Remedy::Administrator => [
            "An administrator of your organization can grant it: it needs the permission ",
            &permission(),
            ".",
        ]
        .concat(),
        Remedy::SignIn => "Your sign-in has expired: sign in again.".to_owned(),
        Remedy::Organizer => {
            "Only organizer and co-organizers can: the organizer can make you one. Where you are one, an administrator may have switched it off."
                .to_owned()
        }
        Remedy::NotYours => {
            "It may be deleted, or not be yours to see: its organizer can tell.".to_owned()
        }
        Remedy::TeamsAdministrator => {
            "A policy or your licence stands in the way: an administrator of Teams can change that."
                .to_owned()
        }
    }
}

/// Where something is possible that a browser isn't let.
fn elsewhere(check: Check) -> String {
    let permission = check.application_permission().unwrap_or_default();
    let teams = match check {
        Check::Registrations => " Organizers see it in Teams, under “Manage event”.",
        _ => "",
    };
    [
        "Microsoft lets no signed-in person do it. A relay that your organization runs can, with the application permission ",
        permission,
        ".",
        teams,
    ]
    .concat()
}

const fn unclear(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Offline => "There is no connection. Try again when there is.",
        ErrorKind::Timeout => "The answer took too long. Try again.",
        ErrorKind::Throttled => "Microsoft 365 asks us to slow down. Try again in a minute.",
        ErrorKind::Unavailable => "Microsoft 365 isn't answering properly. Try again.",
        _ => "The answer is an unusual one: the exact words stand below.",
    }
}

/// What a permission is for.
pub(crate) const fn purpose(scope: Scope) -> &'static str {
    match scope {
        Scope::UserRead => "Your own name",
        Scope::UserReadBasicAll => "Finding people",
        Scope::VirtualEventRead => "Board, events, sessions",
        Scope::VirtualEventReadWrite => "Creating, editing, publishing, cancelling",
        Scope::OnlineMeetingArtifactReadAll => "Attendance reports",
        Scope::MailSend => "Sending invitations from your mailbox",
        _ => "",
    }
}

/// Whether a permission is granted.
pub(crate) const fn grant(grant: Option<Grant>) -> &'static str {
    match grant {
        Some(Grant::Granted) => "Granted",
        Some(Grant::Missing) => "Missing",
        Some(Grant::Unknown) => "Couldn't be found out",
        None => "Not known yet",
    }
}

/// Who grants a permission.
pub(crate) const fn granted_by(scope: Scope) -> &'static str {
    match scope.consent() {
        ConsentBy::User => "You can grant it, unless your organization forbids that",
        ConsentBy::Administrator => "An administrator grants it, once for everybody",
    }
}

/// Asks for one permission.
pub(crate) fn ask_for(scope: Scope) -> String {
    [ASK, ": ", scope.as_str()].concat()
}

/// How far the checks are.
pub(crate) fn progress(done: usize, all: usize) -> String {
    [&done.to_string(), " of ", &all.to_string(), " checked"].concat()
}

/// How they came out.
pub(crate) fn summary(works: usize, missing: usize, impossible: usize, unknown: usize) -> String {
    let mut parts = vec![[&works.to_string(), " work"].concat()];
    for (number, what) in [
        (missing, " missing"),
        (impossible, " not possible from a browser"),
        (unknown, " not known"),
    ] {
        if number > 0 {
            parts.push([&number.to_string(), what].concat());
        }
    }
    [&parts.join(", "), "."].concat()
}
