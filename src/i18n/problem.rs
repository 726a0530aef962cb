//! What went wrong between the app and Microsoft 365, in words.

use virtual_events::{Error, ErrorKind};

pub(crate) const SIGN_IN_AGAIN: &str = "Sign in again";
pub(crate) const ASK_ACCESS: &str = "Ask for access";

/// The one sentence that is there from the start: without a connection no other can be loaded.
pub(crate) const OFFLINE: (&str, &str) = (
    "There is no connection",
    "Check the network and try again. What you typed is kept.",
);

/// Title and text for an error: what happened and what to do. No codes; those are details.
pub(crate) fn sentence(error: &Error) -> (&'static str, &'static str) {
    sentence_of(error.kind())
}

/// The same for a kind of error.
pub(crate) fn sentence_of(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::SignInRequired => (
            "Your sign-in has expired",
            "Sign in again to go on. What you typed is kept.",
        ),
        ErrorKind::ConsentRequired => (
            "Your organization hasn't allowed Rostrum yet",
            "Reading and publishing events needs the permissions VirtualEvent.Read and VirtualEvent.ReadWrite. Only an administrator of your organization can grant them, once for everybody. Send them this link, then try again.",
        ),
        ErrorKind::Forbidden => (
            "Your role doesn't allow this",
            "Only the organizer publishes and cancels; organizers and co-organizers edit and read attendance. Your organization may also have switched such events off for you: ask your Teams administrator.",
        ),
        ErrorKind::NotFound => (
            "There is no such event for you",
            "It may have been deleted, or it isn't yours to see. Ask its organizer if you think you should.",
        ),
        ErrorKind::Conflict => (
            "Somebody changed this meanwhile",
            "Load the page again to see how it is now. What you typed is kept.",
        ),
        ErrorKind::Invalid => (
            "Microsoft 365 didn't accept this",
            "Check what you entered. The reason it gave is under Details.",
        ),
        ErrorKind::Throttled => (
            "Microsoft 365 is busy",
            "It asks us to slow down. Wait a minute, then try again.",
        ),
        ErrorKind::Unavailable => (
            "Microsoft 365 isn't answering properly",
            "This usually passes within minutes. Try again.",
        ),
        ErrorKind::Offline => OFFLINE,
        ErrorKind::Timeout => ("Microsoft 365 took too long", "It may be busy. Try again."),
        ErrorKind::UnexpectedAnswer => (
            "The answer wasn't what we expected",
            "Something between here and Microsoft 365 may have changed it. Try again; if it stays, send the details to support.",
        ),
        ErrorKind::Cancelled => ("Cancelled", "Nothing was changed."),
        _ => (
            "The sign-in didn't work",
            "Sign in again; if it stays, send the details to support.",
        ),
    }
}

/// What support wants to know of an error, as name and value.
pub(crate) fn details(error: &Error) -> Vec<(String, String)> {
    let mut details = Vec::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            details.push((name.to_owned(), value));
        }
    };
    add(
        "Status",
        error.status().map(|status| status.as_u16().to_string()),
    );
    add("Code", error.code().map(str::to_owned));
    add("Message", error.message().map(str::to_owned));
    add("Where", error.json_path().map(str::to_owned));
    add("Request id", error.request_id().map(str::to_owned));
    add(
        "Client request id",
        error.client_request_id().map(str::to_owned),
    );
    if details.is_empty() {
        details.push(("Problem".to_owned(), error.to_string()));
    }
    details
}
