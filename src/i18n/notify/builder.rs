//! A new subscription.

use planning::notify::{Grant, Watched, WishProblem};
use virtual_events::ChangeType;

pub(crate) const NEW_SUBSCRIPTION: &str = "New subscription";
pub(crate) const WHAT: &str = "What to watch";
pub(crate) const WHICH_EVENT: &str = "Event";
pub(crate) const NO_EVENTS: &str = "You have no events to watch.";
pub(crate) const ORGANIZERS: &str = "Organizers";
pub(crate) const ORGANIZERS_HELP: &str = "Their object ids, one a line.";
pub(crate) const ORGANIZERS_MISSING: &str = "Enter at least one id.";
pub(crate) const JOIN_MISSING: &str = "Enter the link, which begins with https://.";
pub(crate) const JOIN_LINK: &str = "Join link of the session";
pub(crate) const CHANGES: &str = "Changes";
pub(crate) const WHERE: &str = "Where notifications go";
pub(crate) const THE_RELAY: &str = "The relay: they show here";
pub(crate) const THIS_BROWSER: &str = "This browser, by Web Push: they show here";
pub(crate) const AN_ADDRESS: &str = "An address of your own";
pub(crate) const ADDRESS: &str = "Notification address";
pub(crate) const ADDRESS_HELP: &str =
    "An https address that answers Microsoft Graph's validation request within 10 seconds.";
pub(crate) const LIFECYCLE: &str = "Address for lifecycle notifications";
pub(crate) const LIFECYCLE_HELP: &str = "Needed for more than an hour. It can't be added later.";
pub(crate) const SECRET: &str = "Client state";
pub(crate) const SECRET_HELP: &str = "A secret that comes back with each notification, so that your address knows it is from Microsoft. Up to 128 characters.";
pub(crate) const MAKE_SECRET: &str = "Make one";
pub(crate) const LASTS: &str = "Lasts";
pub(crate) const SUBSCRIBE: &str = "Subscribe";
pub(crate) const HAND_OVER: &str = "Hand over to the relay";
pub(crate) const HANDED_OVER: &str = "The relay holds it now";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const MADE: &str = "Subscribed";
pub(crate) const ONE_EXISTS: &str = "There is such a subscription already";
pub(crate) const KEEP_IT: &str = "Keep that one alive here";
pub(crate) const NOT_MADE: &str = "It wasn't made";
pub(crate) const SEND_YOURSELF: &str = "Send it yourself";
pub(crate) const SEND_YOURSELF_TEXT: &str = "The exact request, for those who run it elsewhere. The client state is left out of it unless you typed one.";
pub(crate) const COPY: &str = "Copy";
pub(crate) const COPIED: &str = "Copied";
pub(crate) const BETA: &str =
    "Microsoft documents this one on Graph's beta only, which it doesn't support for production.";
pub(crate) const NEEDS_APPLICATION: &str = "Only an application may subscribe to this, not somebody who is signed in. The relay can hold it with its own permissions.";
pub(crate) const NEEDS_ROLE: &str = "Only an application may subscribe to this, not somebody who is signed in. The relay can hold it for users with its role Feed.Read.All; you don't have it, or the relay has no permissions of its own.";
pub(crate) const NEEDS_RELAY: &str = "Only an application may subscribe to this, not somebody who is signed in. Run a relay with tenant mode, or send the request yourself with application permissions.";

/// What can be watched, by its value in the form.
pub(crate) fn kind_of(value: &str) -> &'static str {
    match value {
        "sessions" => "An event's sessions",
        "registrations" => "A webinar's registrations",
        "reports" => "An event's attendance reports",
        "recording" => "An event's recording",
        "tenant" => "All events made in your organization (applications only)",
        "organizers" => "Events made by certain organizers (applications only)",
        "calls" => "The call behind a session (applications only)",
        _ => "One event",
    }
}

/// An hour, half a day, the longest.
pub(crate) fn hours(hours: u64) -> String {
    super::super::count(hours as usize, "hour")
}

/// Who may, and with which permission.
pub(crate) fn permission(watched: &Watched) -> String {
    let names = watched.permissions().join(" or ");
    match watched.grant() {
        Grant::Organizers => [
            "Organizers and co-organizers may subscribe, with ",
            &names,
            ".",
        ]
        .concat(),
        Grant::ApplicationsOnly => ["Application permission ", &names, "."].concat(),
    }
}

/// How long it can last.
pub(crate) fn limit(watched: &Watched) -> String {
    let hours = watched.longest().as_secs() / 3_600;
    [
        "Microsoft Graph keeps it for at most ",
        &super::super::count(hours as usize, "hour"),
        "; Rostrum renews it while it is open.",
    ]
    .concat()
}

/// A kind of change.
pub(crate) fn change(change: &ChangeType) -> String {
    match change {
        ChangeType::Created => "Created".to_owned(),
        ChangeType::Updated => "Changed".to_owned(),
        ChangeType::Deleted => "Deleted".to_owned(),
        other => other.as_str().to_owned(),
    }
}

/// What Graph would refuse.
pub(crate) fn problem(problem: &WishProblem) -> String {
    match problem {
        WishProblem::NoChange => "Choose at least one kind of change.".to_owned(),
        WishProblem::ChangeNotOffered(_) => {
            "Microsoft Graph doesn't tell of that kind of change.".to_owned()
        }
        WishProblem::NotificationUrl => "Enter an address that begins with https://.".to_owned(),
        WishProblem::LifecycleUrl => "This address must begin with https://, too.".to_owned(),
        WishProblem::LifecycleUrlMissing => {
            "For more than an hour Microsoft Graph wants this address.".to_owned()
        }
        WishProblem::SecretTooLong(length) => [
            "It has ",
            &length.to_string(),
            " characters; 128 are allowed.",
        ]
        .concat(),
        WishProblem::LastsTooLong(limit) => [
            "It can last ",
            &super::super::count((limit.as_secs() / 3_600) as usize, "hour"),
            " at most.",
        ]
        .concat(),
    }
}
