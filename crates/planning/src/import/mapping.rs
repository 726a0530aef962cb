//! Which column of a file holds what.

use super::Column;
use super::spelling::column_named;

/// Which column of a file holds what; each thing stands in one column at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<Option<Column>>,
}

impl Mapping {
    /// What the headers say. Of two columns with the same meaning the first counts.
    #[must_use]
    pub fn of(headers: &[String]) -> Self {
        let mut mapping = Self {
            columns: vec![None; headers.len()],
        };
        for (index, header) in headers.iter().enumerate() {
            if let Some(column) = column_named(header).filter(|it| mapping.index(*it).is_none()) {
                mapping.set(index, Some(column));
            }
        }
        mapping
    }

    /// What a column of the file holds.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Column> {
        self.columns.get(index).copied().flatten()
    }

    /// Says what a column of the file holds; another column with that meaning loses it.
    pub fn set(&mut self, index: usize, column: Option<Column>) {
        for other in &mut self.columns {
            if column.is_some() && *other == column {
                *other = None;
            }
        }
        if let Some(place) = self.columns.get_mut(index) {
            *place = column;
        }
    }

    /// Where in the file something stands.
    #[must_use]
    pub fn index(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|it| *it == Some(column))
    }

    /// What no event can do without and no column holds: the title and the start.
    #[must_use]
    pub fn missing(&self) -> Vec<Column> {
        let is_there = |column| self.index(column).is_some();
        [Column::Title, Column::Start]
            .into_iter()
            .filter(|column| !is_there(*column))
            .collect()
    }
}
