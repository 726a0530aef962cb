//! What somebody looks for again and again, and which columns they want to see.

use serde::{Deserialize, Serialize};

use super::Column;

/// A search with filters and order, by a name of the user's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// The name.
    pub name: String,
    /// The board's address with the search in it.
    pub address: String,
}

/// The views that somebody saved, in the order of their names' first saving.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SavedViews(Vec<SavedView>);

impl SavedViews {
    /// The views of a stored text; none when it can't be read.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text to store; empty when there are none.
    #[must_use]
    pub fn to_text(&self) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        serde_json::to_string(self).unwrap_or_default()
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[SavedView] {
        &self.0
    }

    /// Saves a view; one of the same name, whatever its letters' case, is replaced in its place.
    pub fn save(&mut self, view: SavedView) {
        let name = view.name.trim().to_owned();
        let view = SavedView { name, ..view };
        let key = view.name.to_lowercase();
        match self.0.iter_mut().find(|it| it.name.to_lowercase() == key) {
            Some(old) => *old = view,
            None => self.0.push(view),
        }
    }

    /// Forgets the view of that name.
    pub fn forget(&mut self, name: &str) {
        self.0.retain(|view| view.name != name);
    }
}

/// The columns that somebody doesn't want to see: their keys, with blanks between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HiddenColumns(Vec<Column>);

impl HiddenColumns {
    /// The columns that can be hidden, as they stand in the list. An event's title always shows.
    pub const OPTIONAL: [Column; 6] = [
        Column::When,
        Column::Status,
        Column::Role,
        Column::Audience,
        Column::Registration,
        Column::People,
    ];

    /// The columns of a stored text; what isn't one that can be hidden is passed over.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let named = |column: &Column| text.split_whitespace().any(|key| key == column.key());
        Self(Self::OPTIONAL.into_iter().filter(named).collect())
    }

    /// The text to store, and to style by.
    #[must_use]
    pub fn to_text(&self) -> String {
        let keys: Vec<_> = self.0.iter().map(|column| column.key()).collect();
        keys.join(" ")
    }

    /// Whether a column is hidden.
    #[must_use]
    pub fn contains(&self, column: Column) -> bool {
        self.0.contains(&column)
    }

    /// Hides a column, or shows it again.
    #[must_use]
    pub fn toggled(&self, column: Column) -> Self {
        let hidden = |it: &Column| self.contains(*it) != (*it == column);
        Self(Self::OPTIONAL.into_iter().filter(hidden).collect())
    }
}
