//! Saved views of the board, and its columns.

use super::board;
use planning::board::Column;

pub(crate) const SAVED: &str = "Saved views";
pub(crate) const SAVE_THIS: &str = "Save what the board shows now";
pub(crate) const NOTHING_TO_SAVE: &str =
    "Search, filter or sort the board first; then its view can be saved under a name.";
pub(crate) const NAME: &str = "Name of the view";
pub(crate) const SAVE: &str = "Save";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const COLUMNS: &str = "Columns";
pub(crate) const VIEW_SAVED: &str = "View saved";
pub(crate) const FORGOTTEN: &str = "View deleted";
pub(crate) const NOT_KEPT: &str =
    "This browser couldn't keep that: storage is off or full. It holds until you leave this page.";

/// Deletes a view.
pub(crate) fn forget(name: &str) -> String {
    ["Delete ", name].concat()
}

/// A column's name.
pub(crate) const fn column(column: Column) -> &'static str {
    match column {
        Column::Next | Column::When => board::WHEN,
        Column::Title => board::EVENT,
        Column::Status => board::STATUS,
        Column::Role => board::ROLE,
        Column::Kind => board::KIND,
        Column::Audience => board::AUDIENCE,
        Column::Registration => board::REGISTRATION,
        Column::People => board::PEOPLE,
    }
}
