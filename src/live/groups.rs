//! What is on now, next and earlier, ready to be drawn.

use super::watch::Watching;
use crate::browser::format::{self, Style};
use crate::browser::timer;
use crate::event::when::time_lines_on;
use crate::i18n::event as names;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::Reader;
use planning::board::{Board, BoardRow};
use planning::live::{Agenda, Seen, Slot, Stage};
use std::collections::BTreeMap;
use virtual_events::{EventId, UtcInstant};

/// One session: when it is, and of what.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) slot: Slot,
    pub(super) row: BoardRow,
}

/// The sessions of the three groups; they hold until the next change.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Groups {
    pub(super) on_now: Vec<Item>,
    pub(super) next: Vec<Item>,
    pub(super) earlier: Vec<Item>,
}

impl Groups {
    /// The groups of the rows at the reader's now.
    pub(super) fn of(board: &Board, seen: &BTreeMap<EventId, Seen>, reader: &Reader<'_>) -> Self {
        let agenda = Agenda::of(board.rows(), seen, reader);
        let items = |slots: &[Slot]| {
            let with_row = |slot: &Slot| {
                Some(Item {
                    slot: *slot,
                    row: board.rows().get(slot.row)?.clone(),
                })
            };
            slots.iter().filter_map(with_row).collect()
        };
        Self {
            on_now: items(&agenda.on_now),
            next: items(&agenda.next),
            earlier: items(&agenda.earlier),
        }
    }

    /// All sessions.
    pub(super) fn all(&self) -> impl Iterator<Item = &Item> {
        self.on_now.iter().chain(&self.next).chain(&self.earlier)
    }
}

/// What is written of a session; while it stays, so does what is drawn, and the focus in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Written {
    id: String,
    pub(super) title: String,
    pub(super) time: String,
    pub(super) own_time: Option<String>,
}

impl Item {
    /// The words of the session.
    pub(super) fn written(&self, workspace: Workspace) -> Written {
        let (zone, rules) = (workspace.zone(), workspace.rules());
        let (start, end) = (self.row.start.as_ref(), self.row.end.as_ref());
        // that it is today would be no news, least of all on a wall
        let today = format::instant(timer::now(), &zone, Style::Day);
        let lines = time_lines_on(Some(&today), start, end, &zone, &*rules);
        Written {
            id: self.row.id.as_str().to_owned(),
            title: names::title(&self.row.title),
            time: lines.first,
            own_time: lines.second,
        }
    }

    /// Where it stands; tracks what is known of it.
    pub(super) fn stage(&self, watching: Watching, now: UtcInstant) -> Stage {
        let seen = watching.seen.read();
        self.slot.stage(seen.get(&self.row.id), now)
    }
}
