//! The list itself.

use virtual_events::{EventId, EventKind, MyEvent};

use super::{BoardQuery, BoardRow, BoardView, Vocabulary};
use crate::Reader;
use crate::zones::ZoneRules;

/// All rows, by start; those without a known start last.
#[derive(Debug, Clone, Default)]
pub struct Board {
    rows: Vec<BoardRow>,
    vocabulary: Vocabulary,
}

impl Board {
    /// The list of these events. Costs a few questions to `rules` an event: give it
    /// [`CachedRules`](crate::zones::CachedRules).
    #[must_use]
    pub fn new(events: &[MyEvent], rules: &dyn ZoneRules) -> Self {
        Self::of_rows(
            events
                .iter()
                .map(|event| BoardRow::of(event, rules))
                .collect(),
        )
    }

    /// The list of these rows.
    #[must_use]
    pub fn of_rows(rows: Vec<BoardRow>) -> Self {
        let mut board = Self {
            rows,
            vocabulary: Vocabulary::default(),
        };
        board.by_start();
        board
    }

    /// The same list, searched with these words of the reader's language as well.
    #[must_use]
    pub fn with_vocabulary(mut self, vocabulary: Vocabulary) -> Self {
        self.vocabulary = vocabulary;
        self
    }

    /// All rows, by start.
    #[must_use]
    pub fn rows(&self) -> &[BoardRow] {
        &self.rows
    }

    /// The row of one event.
    #[must_use]
    pub fn row(&self, kind: EventKind, id: &EventId) -> Option<&BoardRow> {
        self.rows
            .iter()
            .find(|row| row.kind == kind && row.id == *id)
    }

    /// Puts an event in: in place of what the list has of it, or as a new row.
    pub fn put(&mut self, event: &MyEvent, rules: &dyn ZoneRules) {
        let row = BoardRow::of(event, rules);
        match self
            .rows
            .iter_mut()
            .find(|old| old.kind == row.kind && old.id == row.id)
        {
            Some(old) => *old = row,
            None => self.rows.push(row),
        }
        self.by_start();
    }

    /// What is shown for that query, in which order, and how many there are of what.
    #[must_use]
    pub fn view(&self, query: &BoardQuery, reader: &Reader<'_>) -> BoardView {
        BoardView::of(&self.rows, &self.vocabulary, query, reader)
    }

    fn by_start(&mut self) {
        self.rows
            .sort_by_key(|row| (row.starts().is_none(), row.starts()));
    }
}
