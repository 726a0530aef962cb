//! Looking all rows over, again whenever something changes that they depend on.

use super::state::ImportState;
use crate::browser::timer;
use crate::event::EventList;
use leptos::prelude::*;
use planning::draft::Limits;
use planning::import::{Import, Survey};
use std::sync::Arc;

/// Rows looked at before the page gets its turn.
const SLICE: usize = 500;

/// Keeps the survey up with file, choices, directory and list.
pub(super) fn keep_up(state: ImportState) {
    let list = EventList::expect();
    Effect::new(move |_| {
        state.source.track();
        state.options.track();
        state.directory.track();
        let events = list.known().events;
        let Some(source) = state.source.get_untracked() else {
            return;
        };
        let turn = state.next_turn();
        leptos::task::spawn_local(async move {
            let (options, directory) = (
                state.options.get_untracked(),
                state.directory.get_untracked(),
            );
            let rules = state.workspace.rules();
            let table = &source.table;
            let import = Import::new(
                table,
                &options,
                &directory,
                timer::now(),
                &*rules,
                Limits::default(),
            );
            let events = events.unwrap_or_default();
            let mut survey = Survey::new(&events, &*rules);
            for (at, row) in table.rows.iter().enumerate() {
                if at % SLICE == 0 && at > 0 {
                    timer::breathe().await;
                    if state.is_outdated(turn) {
                        return;
                    }
                    if at == SLICE {
                        // a short file never shows that it is looked over
                        state.survey.set(None);
                    }
                }
                survey.add(&import.row(row), &options);
            }
            if !state.is_outdated(turn) {
                state.survey.set(Some(Arc::new(survey)));
            }
        });
    });
}
