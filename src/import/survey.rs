//! Looking all rows over, again whenever something changes that they depend on.

use super::state::ImportState;
use crate::browser::timer;
use crate::event::EventList;
use leptos::prelude::*;
use planning::import::Survey;
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
            let (chosen, table) = (state.chosen(), &source.table);
            let import = chosen.import(table);
            let events = events.unwrap_or_default();
            let mut survey = Survey::new(&events, chosen.rules());
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
                survey.add(&import.row(row), &chosen.options);
            }
            if !state.is_outdated(turn) {
                state.survey.set(Some(Arc::new(survey)));
            }
        });
    });
}
