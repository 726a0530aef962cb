//! Notifications: how they come, what has happened, subscriptions.

mod builder;
mod feed;
mod subscription;

pub(crate) use builder::*;
pub(crate) use feed::*;
pub(crate) use subscription::*;

use planning::notify::{Health, RelayMistake};

pub(crate) const TITLE: &str = "Notifications";
pub(crate) const LEAD: &str = "Microsoft Graph tells of changes to your events while Rostrum is open, and what you missed when you come back.";
pub(crate) const HOW: &str = "How they come";
pub(crate) const CHECKING: &str = "Looking how notifications come to this browser.";
pub(crate) const CONNECTING: &str = "Connecting to your organization's relay.";
pub(crate) const OPEN: &str =
    "Live: changes come through your organization's relay as they happen.";
pub(crate) const NO_RELAY: &str = "Your organization runs no relay for Rostrum, so Rostrum asks Microsoft 365 itself, more often around starts and ends. Changes show within minutes.";
pub(crate) const NO_RELAY_MORE: &str = "How to run a relay";
pub(crate) const RELAY_DENIED: &str =
    "Your account may not use the relay yet. Until it may, Rostrum asks Microsoft 365 itself.";
pub(crate) const ALLOW_RELAY: &str = "Ask for access to the relay";
pub(crate) const RELAY_SIGN_IN: &str =
    "The relay wants you to sign in again. Until then, Rostrum asks Microsoft 365 itself.";
pub(crate) const SIGN_IN_AGAIN: &str = "Sign in again";

pub(crate) const BY_PUSH: &str =
    "Live: Microsoft pushes changes straight to this browser as they happen.";
pub(crate) const PUSH: &str = "Web Push (new)";
pub(crate) const PUSH_TEXT: &str = "Microsoft Graph can tell this browser itself, without a relay, by the push service of the browser's maker. It is new, and not every browser's push service is known to Microsoft. What is pushed is encrypted for this browser alone. Subscriptions last an hour and are renewed while Rostrum is open.";
pub(crate) const PUSH_SWITCH: &str = "Let Microsoft Graph tell this browser";
pub(crate) const PUSH_REFUSED: &str = "This browser doesn't allow it: notifications of this site are switched off, or its push service can't be reached. Rostrum goes on asking Microsoft 365 itself.";
pub(crate) const PUSHED: &str = "Something changed in your events.";

/// The relay can't be reached; when it is tried again.
pub(crate) fn lost(again: &str) -> String {
    [
        "The relay can't be reached; the next try is ",
        again,
        ". Nothing is lost: it keeps what comes for a week.",
    ]
    .concat()
}

/// The relay answered with an error; when it is tried again.
pub(crate) fn refused(status: u16, again: &str) -> String {
    let why = match status {
        401 => {
            "doesn't accept your sign-in: it is set up for another app or organization, or a clock is wrong. Tell whoever runs it"
        }
        429 => "is busy",
        _ => "has a problem of its own",
    };
    [
        "The relay ",
        why,
        " (status ",
        &status.to_string(),
        "); the next try is ",
        again,
        ".",
    ]
    .concat()
}

/// What is wrong with the deployment's setting.
pub(crate) const fn mistake(mistake: RelayMistake) -> &'static str {
    match mistake {
        RelayMistake::Url => {
            "The relay in config.json can't be used: relay.url must be an https address."
        }
        RelayMistake::ClientId => {
            "The relay in config.json can't be used: relay.clientId must be the id of its app registration."
        }
    }
}

/// How the subscriptions are, in a line.
pub(crate) fn health(health: &Health, next: Option<&str>) -> String {
    let Health {
        active,
        failing,
        ended,
        ..
    } = *health;
    if active + ended == 0 {
        return "You have no subscriptions.".to_owned();
    }
    let mut parts = vec![super::count(active, "subscription") + " active"];
    if failing > 0 {
        parts.push([&failing.to_string(), " couldn't be renewed"].concat());
    }
    if ended > 0 {
        parts.push([&ended.to_string(), " ended or gone"].concat());
    }
    if let Some(next) = next {
        parts.push(["next renewal ", next].concat());
    }
    parts.join(", ") + "."
}

/// The bell's name.
pub(crate) fn bell(unread: usize) -> String {
    match unread {
        0 => TITLE.to_owned(),
        unread => [TITLE, ", ", &unread.to_string(), " new"].concat(),
    }
}
