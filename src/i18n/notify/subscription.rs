//! Subscriptions.

use planning::notify::{HeldState, Standing, Trouble, Watched, Way};

pub(crate) const SUBSCRIPTIONS: &str = "Subscriptions";
pub(crate) const NO_SUBSCRIPTIONS: &str =
    "None yet. An event's Notifications part subscribes to everything about it at once.";
pub(crate) const READ_AGAIN: &str = "Read again";
pub(crate) const RENEW: &str = "Renew";
pub(crate) const REAUTHORIZE: &str = "Reauthorize";
pub(crate) const TOO_SOON: &str = "Renewed less than ten minutes ago, which did the same";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const MAKE_ANEW: &str = "Subscribe again";
pub(crate) const ADOPT: &str = "Keep alive here";
pub(crate) const LEAVE: &str = "Stop renewing";
pub(crate) const RENEWED: &str = "Renewed";
pub(crate) const REAUTHORIZED: &str = "Authorized again";
pub(crate) const DELETED: &str = "Subscription deleted";
pub(crate) const ENDS: &str = "Ends";
pub(crate) const LAST: &str = "Last notification:";
pub(crate) const NONE_YET: &str = "none yet";
pub(crate) const RENEWED_HERE: &str = "renewed while Rostrum is open";
pub(crate) const NOT_RENEWED_HERE: &str = "not renewed by Rostrum";
pub(crate) const WATCH: &str = "Notify me about this event";
pub(crate) const WATCH_TEXT: &str = "Subscribes to the event, its sessions, its attendance reports and its recording, and to registrations where there are any.";
pub(crate) const WATCH_NO_RELAY: &str = "Without a relay this browser can't be told of changes; Rostrum asks for them. Those with an address of their own for notifications can subscribe with it.";
pub(crate) const UNWATCH: &str = "Stop notifying me";
pub(crate) const WATCHED: &str = "You are notified about this event";
pub(crate) const UNWATCHED: &str = "You are not notified about this event any more";
pub(crate) const HELD: &str = "Held by the relay";
pub(crate) const HELD_TEXT: &str = "The relay makes and renews these with permissions of its own. You see them, and what comes of them, because you have the role for all events.";
pub(crate) const NONE_HELD: &str = "The relay holds none.";
pub(crate) const ANOTHER: &str = "Subscribe with another address";

/// What is watched.
pub(crate) fn watched(watched: Option<&Watched>) -> &'static str {
    match watched {
        Some(Watched::TenantEvents) => "All events made in your organization",
        Some(Watched::EventsOf(_)) => "Events made by certain organizers",
        Some(Watched::Event(..)) => "The event itself",
        Some(Watched::Sessions(..)) => "Its sessions",
        Some(Watched::Registrations(_)) => "Its registrations",
        Some(Watched::AttendanceReports(..)) => "Its attendance reports",
        Some(Watched::Recording(..)) => "Its recording",
        Some(Watched::Calls(_)) => "The call behind a session",
        None => "Something else",
    }
}

/// Where one stands.
pub(crate) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Well => "Active",
        Standing::Troubled => "Active, with a problem",
        Standing::Ended => "Ended",
        Standing::Gone => "Gone",
    }
}

/// How its notifications come.
pub(crate) const fn way(way: &Way) -> &'static str {
    match way {
        Way::Relay(_) => "Through the relay",
        Way::Push => "Pushed to a browser",
        Way::Elsewhere => "To another address, not here",
    }
}

/// What is wrong, and what to do.
pub(crate) fn trouble(trouble: &Trouble) -> String {
    let said = match trouble {
        Trouble::NotValidated => {
            "Microsoft Graph asked the address whether it is yours, and it didn't answer in time or not as it should."
        }
        Trouble::NotOrganizer => {
            "Only organizers and co-organizers of the event can subscribe, with an account of the organization that hosts it."
        }
        Trouble::ExistsAlready => {
            "There is a subscription for the same thing already. It is in the list: keep it alive here, or delete it first."
        }
        Trouble::Gone => "Microsoft Graph doesn't have it any more. Subscribe again.",
        Trouble::NoPermission => "Your organization hasn't allowed Rostrum to read events.",
        Trouble::SignedOut => "You have to sign in again.",
        Trouble::Unreachable => "Microsoft Graph couldn't be reached. It is tried again.",
        Trouble::Busy => "Microsoft Graph is busy. It is tried again.",
        Trouble::Relay(code) => {
            return ["The relay gave no address (", code, ")."].concat();
        }
        Trouble::Other(said) => return ["Microsoft Graph refused: ", said].concat(),
    };
    said.to_owned()
}

/// How one stands that the relay holds.
pub(crate) const fn held_state(state: HeldState) -> &'static str {
    match state {
        HeldState::Active => "Active",
        HeldState::Pending => "The relay is about it",
        HeldState::Troubled => "Active, with a problem",
        HeldState::Failing => "Not made; the relay tries again",
    }
}

/// What went wrong at the relay, by its code.
pub(crate) fn held_trouble(code: &str) -> String {
    let said = match code {
        "signIn" => "The relay can't sign in: its secret or certificate isn't valid any more.",
        "unreachable" => "The relay couldn't reach Microsoft Graph.",
        "throttled" => "Microsoft Graph asked the relay to wait.",
        "notValidated" => {
            "Microsoft Graph got no answer from the relay's public address. Check public_url, and that it can be reached from the internet."
        }
        "accessDenied" => {
            "The relay lacks an application permission, or an application access policy."
        }
        "notFound" => "Microsoft Graph knows no such thing.",
        "heldElsewhere" => "The same app subscribes to it with another address already.",
        "noCertificate" => "The relay has no certificate for encrypted contents.",
        "store" => "The relay's store failed.",
        _ => return ["The relay failed: ", code].concat(),
    };
    said.to_owned()
}

/// The relay refused something.
pub(crate) fn relay_refused(code: &str) -> String {
    ["The relay refused (", code, ")."].concat()
}
