//! An event's kind in what is kept: a word, as somebody would write it into a template by hand.

use serde::{Deserialize, Deserializer, Serializer};
use virtual_events::EventKind;

const WEBINAR: &str = "webinar";

pub(super) fn serialize<S: Serializer>(kind: &EventKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(match kind {
        EventKind::Townhall => "townhall",
        EventKind::Webinar => WEBINAR,
    })
}

/// Before there were webinars, nothing was said: whatever isn't one is a town hall.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<EventKind, D::Error> {
    let word = String::deserialize(from)?;
    Ok(if word == WEBINAR {
        EventKind::Webinar
    } else {
        EventKind::Townhall
    })
}
