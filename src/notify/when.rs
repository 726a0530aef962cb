//! Moments as somebody would speak of them.

use super::hub::Hub;
use crate::browser::format::{self, Style};
use crate::i18n::when as words;
use planning::Reader;
use planning::when::{Near, near};
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

/// `in 23 h 57 min`, for days too: what ends is counted down. Tracks the minute.
pub(super) fn countdown(hub: Hub, at: UtcInstant) -> String {
    let minutes = at.since(hub.minute()).as_secs().div_ceil(60);
    match u32::try_from(minutes) {
        Ok(minutes @ 60..) => words::near(Near::InHours {
            hours: minutes / 60,
            minutes: minutes % 60,
        }),
        _ => about(hub, at),
    }
}

/// `Tue, 12 Jan 2027, 15:00`.
pub(super) fn exact(hub: Hub, at: UtcInstant) -> String {
    let zone = hub.workspace.zone();
    let day = format::instant(at, &zone, Style::Day);
    [day.as_str(), ", ", &format::instant(at, &zone, Style::Time)].concat()
}
