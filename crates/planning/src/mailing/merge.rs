//! A table for the mail merge of other programs.

use super::Recipient;
use super::recipients::each_once;
use crate::csv::{ByteOrderMark, Writer};

/// What every row of the table says beside name and address: names of the columns, and the values.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a, const N: usize> {
    /// Headings of the columns name and address.
    pub person: [&'a str; 2],
    /// Headings of the others, and what stands there for everybody.
    pub shared: [(&'a str, &'a str); N],
}

/// The people as a CSV file, one a row, each once; safe from formulas (see [`crate::csv`]).
#[must_use]
pub fn merge_table<const N: usize>(people: Vec<Recipient>, columns: Columns<'_, N>) -> String {
    let mut table = Writer::new(ByteOrderMark::With);
    let headings = columns.shared.iter().map(|(heading, _)| *heading);
    let first: Vec<&str> = columns.person.into_iter().chain(headings).collect();
    table.row(&first);
    for person in each_once(people) {
        let values = columns.shared.iter().map(|(_, value)| *value);
        let own = [person.name.as_str(), &person.address];
        let row: Vec<&str> = own.into_iter().chain(values).collect();
        table.row(&row);
    }
    table.finish()
}
