//! A file read as a table, in slices.

use crate::csv::{Reader, Row};

/// Rows that are read at most; a file with more is refused.
pub const MOST_ROWS: usize = 100_000;
/// Events that one run creates at most: with three presenters each, over four hours of writing.
pub const MOST_EVENTS: usize = 2_000;

/// The headers of a file and its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub headers: Vec<String>,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
}

/// Why a file can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableProblem {
    /// Nothing stands in it.
    Empty,
    /// There is a header and nothing else.
    NoRows,
    /// It has more rows than [`MOST_ROWS`].
    TooLong,
    /// It isn't text: there are null characters in it.
    NotText,
}

/// Reads a table some rows at a time, so that a page stays awake meanwhile.
#[derive(Debug)]
pub struct TableReader<'t> {
    reader: Reader<'t>,
    table: Table,
}

impl<'t> TableReader<'t> {
    /// Begins to read; the first row is the header.
    ///
    /// # Errors
    /// When nothing stands in the text, or it is no text.
    pub fn new(text: &'t str) -> Result<Self, TableProblem> {
        if text.contains('\0') {
            return Err(TableProblem::NotText);
        }
        let mut reader = Reader::new(text);
        let header = reader
            .by_ref()
            .find(|row| !row.is_blank())
            .ok_or(TableProblem::Empty)?;
        let mut headers: Vec<String> = header
            .cells
            .iter()
            .map(|cell| cell.trim().to_owned())
            .collect();
        // spreadsheets write empty columns behind the last
        while headers.last().is_some_and(String::is_empty) {
            headers.pop();
        }
        let rows = Vec::new();
        Ok(Self {
            reader,
            table: Table { headers, rows },
        })
    }

    /// Reads up to `count` rows more; false at the end.
    ///
    /// # Errors
    /// When there are more rows than are taken.
    pub fn read(&mut self, count: usize) -> Result<bool, TableProblem> {
        for _ in 0..count {
            let Some(row) = self.reader.row() else {
                return Ok(false);
            };
            if row.is_blank() {
                continue;
            }
            if self.table.rows.len() == MOST_ROWS {
                return Err(TableProblem::TooLong);
            }
            self.table.rows.push(row);
        }
        Ok(true)
    }

    /// How much has been read, in `0.0..=1.0`.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.reader.progress()
    }

    /// The table, once all is read.
    ///
    /// # Errors
    /// When there is no row but the header.
    pub fn finish(self) -> Result<Table, TableProblem> {
        if self.table.rows.is_empty() {
            return Err(TableProblem::NoRows);
        }
        Ok(self.table)
    }
}
