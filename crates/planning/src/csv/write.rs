//! Writing.

use super::defused;

/// Whether a file begins with a byte order mark: Excel reads UTF-8 only with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrderMark {
    /// It does.
    With,
    /// It doesn't.
    Without,
}

/// Writes rows of cells with commas, in UTF-8, each line ended by CR and LF.
///
/// Cells that a spreadsheet would take for formulas are [`defused`].
#[derive(Clone, Debug)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// An empty table.
    #[must_use]
    pub fn new(mark: ByteOrderMark) -> Self {
        Self {
            text: match mark {
                ByteOrderMark::With => "\u{feff}".to_owned(),
                ByteOrderMark::Without => String::new(),
            },
        }
    }

    /// One more row.
    pub fn row(&mut self, cells: &[&str]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            // a row of one empty cell would be an empty line
            let alone = cells.len() == 1;
            self.cell(&defused(cell), alone);
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str, alone: bool) {
        let quoted = cell.contains(['"', ',', ';', '\t', '\r', '\n', '\u{feff}'])
            || cell.starts_with(char::is_whitespace)
            || cell.ends_with(char::is_whitespace)
            || (alone && cell.is_empty());
        if !quoted {
            self.text.push_str(cell);
            return;
        }
        self.text.push('"');
        for (at, part) in cell.split('"').enumerate() {
            if at > 0 {
                self.text.push_str("\"\"");
            }
            self.text.push_str(part);
        }
        self.text.push('"');
    }

    /// The text of the file.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}
