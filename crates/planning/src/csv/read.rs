//! Reading.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::Delimiter;

/// Reads rows of cells, some at a time, so that a long table doesn't hold up a page.
///
/// Cells in quotes may hold delimiters, quotes (doubled) and line breaks. Lines may end in any
/// way. Empty lines are passed over; a byte order mark and the line `sep=;`, by which
/// spreadsheets tell the delimiter, are too.
pub struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
    /// Whether the last byte read was a CR: an LF behind it ends the same line.
    after_return: bool,
    delimiter: Delimiter,
    core: csv_core::Reader,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line it begins in, from 1.
    pub line: usize,
    /// Its cells, as they are in the file.
    pub cells: Vec<String>,
    /// Whether a quote is opened in it and never closed: it has swallowed the rest of the text.
    pub unclosed: bool,
}

impl Row {
    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

impl<'t> Reader<'t> {
    /// A reader that finds out the delimiter.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let told = Delimiter::ALL
            .into_iter()
            .find_map(|delimiter| Some((delimiter, after_told(text, delimiter)?)));
        match told {
            Some((delimiter, rest)) => {
                let mut reader = Self::with(rest, delimiter);
                reader.line += 1;
                reader
            }
            None => Self::with(text, Delimiter::of(text)),
        }
    }

    /// A reader for a delimiter that is known.
    #[must_use]
    pub fn with(text: &'t str, delimiter: Delimiter) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            text: text.as_bytes(),
            at: 0,
            line: 1,
            after_return: false,
            delimiter,
            core: ReaderBuilder::new().delimiter(delimiter.byte()).build(),
            cells: vec![0; 1024],
            ends: vec![0; 64],
        }
    }

    /// What stands between two cells.
    #[must_use]
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// How much of the text has been read, in `0.0..=1.0`.
    #[must_use]
    pub fn progress(&self) -> f64 {
        if self.text.is_empty() {
            return 1.0;
        }
        self.at as f64 / self.text.len() as f64
    }

    /// The next row; `None` at the end.
    pub fn row(&mut self) -> Option<Row> {
        self.pass_line_ends();
        let begin = self.at;
        let line = self.line;
        let (mut written, mut found) = (0, 0);
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let (cells, ends) = (&mut self.cells[written..], &mut self.ends[found..]);
            let (result, read, wrote, ended) = self.core.read_record(rest, cells, ends);
            self.at += read;
            written += wrote;
            found += ended;
            match result {
                // the whole text was given; an empty one is how the end is said
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        let raw: &'t [u8] = self.text.get(begin..self.at).unwrap_or_default();
        self.count_line_ends(raw);
        // every quote has its other one, or the last cell never ended
        let at_end = self.at == self.text.len();
        let unclosed = at_end && raw.iter().filter(|byte| **byte == b'"').count() % 2 == 1;
        Some(Row {
            line,
            cells: self.strings(found),
            unclosed,
        })
    }

    fn strings(&self, found: usize) -> Vec<String> {
        let mut begin = 0;
        let mut strings = Vec::with_capacity(found);
        for end in self.ends.iter().take(found) {
            let cell = self.cells.get(begin..*end).unwrap_or_default();
            // cut at delimiters and quotes, so that it is what it was: UTF-8
            strings.push(String::from_utf8_lossy(cell).into_owned());
            begin = *end;
        }
        strings
    }

    fn pass_line_ends(&mut self) {
        let rest: &'t [u8] = self.text.get(self.at..).unwrap_or_default();
        let passed = rest
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        self.at += passed;
        self.count_line_ends(&rest[..passed]);
    }

    /// Counts the lines that end in a text; CR, LF and the two together are one end each.
    fn count_line_ends(&mut self, text: &[u8]) {
        for byte in text {
            let ends = match byte {
                b'\n' => !self.after_return,
                byte => *byte == b'\r',
            };
            self.line += usize::from(ends);
            self.after_return = *byte == b'\r';
        }
    }
}

impl Iterator for Reader<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        self.row()
    }
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader")
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

/// What follows the line that tells the delimiter.
fn after_told(text: &str, delimiter: Delimiter) -> Option<&str> {
    let (told, rest) = text.split_once('\n')?;
    let told = told.trim_end_matches('\r').strip_prefix("sep=")?;
    (told.as_bytes() == [delimiter.byte()]).then_some(rest)
}
