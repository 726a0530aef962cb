//! Moments as somebody would speak of them.

use super::hub::Hub;
use crate::browser::format::{self, Style};
use crate::i18n::when as words;
use planning::Reader;
use planning::when::near;
use virtual_events::UtcInstant;

/// `in 31 minutes`, `2 hours ago`; tracks the minute.
pub(super) fn about(hub: Hub, at: UtcInstant) -> String {
    let (zone, rules) = (hub.workspace.zone(), hub.workspace.rules());
    let minute = hub.minute();
    // what has just been isn't to come, though the minute began before it
    let now = if at <= hub.clock.glance() {
        minute.max(at)
    } else {
        minute
    };
    words::near(near(at, &Reader::new(now, &zone, &*rules)))
}

/// `Tue, 12 Jan 2027, 15:00`.
pub(super) fn exact(hub: Hub, at: UtcInstant) -> String {
    let zone = hub.workspace.zone();
    let day = format::instant(at, &zone, Style::Day);
    [day.as_str(), ", ", &format::instant(at, &zone, Style::Time)].concat()
}
