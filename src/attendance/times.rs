//! Moments on the reader's clock.

use super::state::Attendance;
use crate::browser::format::{self, Style};
use crate::event::when::range;
use leptos::prelude::*;
use virtual_events::{AttendanceReport, UtcInstant};

/// When a report's meeting was; empty if it doesn't say.
pub(super) fn of_report(state: Attendance, report: &AttendanceReport) -> String {
    let zone = state.event.workspace.zone();
    let start = report.meeting_start;
    start.map_or_else(String::new, |start| range(start, report.meeting_end, &zone))
}

/// Day, start and end.
pub(super) fn stretch(state: Attendance, from: UtcInstant, to: UtcInstant) -> String {
    range(from, Some(to), &state.event.workspace.zone())
}

/// Hour and minute.
pub(super) fn clock(state: Attendance, at: UtcInstant) -> String {
    format::instant(at, &state.event.workspace.zone(), Style::Time)
}

/// Day and hour, where a picture spans days.
pub(super) fn day(state: Attendance, at: UtcInstant) -> String {
    format::instant(at, &state.event.workspace.zone(), Style::Day)
}

/// What the reader's clock is ahead of UTC at that moment, in milliseconds.
pub(super) fn offset(state: Attendance, at: UtcInstant) -> i64 {
    let workspace = state.event.workspace;
    let offset = untrack(|| workspace.rules().offset_at(workspace.zone().as_str(), at));
    offset.map_or(0, |it| i64::from(it.seconds()) * 1_000)
}
