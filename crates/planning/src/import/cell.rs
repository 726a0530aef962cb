//! Cells with few possible words.

use virtual_events::{Audience, EventKind};

use super::spelling::squeezed;

/// Yes or no; `None` for neither.
pub(super) fn read_yes(text: &str) -> Option<bool> {
    match squeezed(text).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "on" | "required" => Some(true),
        "no" | "n" | "false" | "0" | "off" | "none" | "notrequired" => Some(false),
        _ => None,
    }
}

/// Town hall or webinar.
pub(super) fn read_kind(text: &str) -> Option<EventKind> {
    match squeezed(text).as_str() {
        "townhall" | "townhalls" | "teamstownhall" => Some(EventKind::Townhall),
        "webinar" | "webinars" | "teamswebinar" => Some(EventKind::Webinar),
        _ => None,
    }
}

/// Who can come.
pub(super) fn read_audience(text: &str) -> Option<Audience> {
    match squeezed(text).as_str() {
        "organization"
        | "organisation"
        | "yourorganization"
        | "internal"
        | "company"
        | "org"
        | "everyoneinyourorganization" => Some(Audience::Organization),
        "everyone" | "public" | "external" | "anyone" | "all" | "everybody" | "anybody" => {
            Some(Audience::Everyone)
        }
        _ => None,
    }
}
