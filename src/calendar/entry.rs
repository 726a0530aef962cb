//! An event in the calendar: its hour, its title, its state.

use super::state::CalendarState;
use crate::browser::format::{self, Style};
use crate::i18n::{calendar as words, conflict, event as names};
use crate::routes::Page;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::Phase;
use planning::board::BoardRow;
use planning::calendar::{Entry, Part};

/// What is needed to draw an event.
pub(super) struct Shown {
    /// The address of its page.
    pub(super) href: String,
    /// Its hour on this day.
    pub(super) hour: String,
    pub(super) title: String,
    pub(super) phase: Phase,
    /// What of mine is at the same time, in words.
    pub(super) clash: Option<String>,
    /// All of it in words, for those who don't see where it stands.
    pub(super) name: String,
}

impl Shown {
    /// An event on one of its days; tracks the minute.
    pub(super) fn of(state: CalendarState, row: &BoardRow, entry: &Entry) -> Self {
        let time = |at| format::instant(at, &state.zone(), Style::Time);
        let (from, to) = (time(entry.starts), time(entry.ends));
        let hour = match entry.part {
            Part::Whole | Part::First => from.clone(),
            Part::Middle => words::ALL_DAY.to_owned(),
            Part::Last => words::until(&to),
        };
        let phase = state.phase(row);
        let title = names::title(&row.title);
        let when = match entry.part {
            Part::Whole => [&from, " – ", &to].concat(),
            _ => hour.clone(),
        };
        let mut name = [&title, ", ", &when, ", ", names::phase(phase)].concat();
        let at_once = state.at_once(row);
        let clash = (!at_once.is_empty()).then(|| conflict::at_once(&at_once));
        if let Some(clash) = &clash {
            name = [&name, ", ", clash].concat();
        }
        Self {
            href: Page::Event(row.kind, row.id.clone()).path(),
            hour,
            title,
            phase,
            clash,
            name,
        }
    }

    /// The sign that another event is at the same time; the name says which.
    pub(super) fn sign(&self) -> Option<AnyView> {
        self.clash.as_ref().map(|_| icon(Icon::Warning).into_any())
    }

    /// The class that tells its state by colour; the name says it in words.
    pub(super) const fn class(&self) -> &'static str {
        match self.phase {
            Phase::Draft => "calendar-event draft",
            Phase::OnNow => "calendar-event on-now",
            Phase::Cancelled => "calendar-event struck",
            Phase::Ended | Phase::Unknown => "calendar-event ended",
            Phase::Upcoming => "calendar-event",
        }
    }
}
