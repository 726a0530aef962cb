//! The files that are handed out.

use super::people::names;
use super::state::{Attendance, NamesAre};
use crate::browser::download;
use crate::i18n::attendance as words;
use leptos::prelude::*;
use planning::Reader;
use planning::attendance::{Summary, people_table, summary_json};
use planning::csv::ByteOrderMark;
use planning::invitation::file_name;

/// A file could not be handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotSaved;

/// The people as comma-separated values.
pub(super) fn save_table(
    state: Attendance,
    are: NamesAre,
    mark: ByteOrderMark,
) -> Result<(), NotSaved> {
    let analysis = untrack(|| state.analysis()).ok_or(NotSaved)?;
    let workspace = state.event.workspace;
    let (zone, rules) = (workspace.zone(), workspace.rules());
    let reader = Reader::new(state.event.clock.glance(), &zone, &*rules);
    let table = people_table(&analysis.roll, &names(are), mark, Some(&reader));
    save(state, "csv", "text/csv;charset=utf-8", &table)
}

/// Everything as JSON.
pub(super) fn save_json(state: Attendance, are: NamesAre) -> Result<(), NotSaved> {
    let analysis = untrack(|| state.analysis()).ok_or(NotSaved)?;
    let summary = Summary {
        title: &title(state),
        roll: &analysis.roll,
        curve: &analysis.curve,
        figures: &analysis.figures,
        arrivals: analysis.arrivals.as_ref(),
    };
    let json = summary_json(&summary, &names(are));
    save(state, "json", "application/json", &json)
}

fn title(state: Attendance) -> String {
    let event = untrack(|| state.event.event());
    event
        .and_then(|event| event.display_name.clone())
        .unwrap_or_default()
}

fn save(state: Attendance, ending: &str, kind: &str, text: &str) -> Result<(), NotSaved> {
    let name = [&title(state), " ", words::FILE].concat();
    let name = file_name(&name, ending);
    download::save(&name, kind, text.as_bytes()).map_err(|_| NotSaved)
}
