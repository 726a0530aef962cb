//! People out of a table: a list that somebody keeps in a spreadsheet.

use super::{Invitee, is_email, read_addresses};
use crate::csv::{Reader, Row};

/// The people of a table, one a row, and the rows that name nobody.
///
/// In each row the first cell with a mail address counts, whatever its column, and the cell that
/// stands under a heading with "name" in it, else the first cell without an address. A first row
/// without any address is the heading. Several addresses in one cell are several people.
#[must_use]
pub fn read_people_table(text: &str) -> Vec<Result<Invitee, String>> {
    let mut found = Vec::new();
    let mut names = None;
    for (index, row) in Reader::new(text).filter(|row| !row.is_blank()).enumerate() {
        let people = in_cells(&row);
        if people.is_empty() && index == 0 {
            let has_name = |cell: &String| cell.to_ascii_lowercase().contains("name");
            names = row.cells.iter().position(has_name);
            continue;
        }
        match people.as_slice() {
            [] => found.push(Err(words(&row))),
            [one] if one.name.is_empty() => found.push(Ok(Invitee {
                name: name(&row, names),
                ..one.clone()
            })),
            several => found.extend(several.iter().cloned().map(Ok)),
        }
    }
    found
}

/// The people of the first cell that names any.
fn in_cells(row: &Row) -> Vec<Invitee> {
    let of = |cell: &String| -> Vec<Invitee> {
        read_addresses(cell)
            .into_iter()
            .filter_map(Result::ok)
            .collect()
    };
    let mut cells = row.cells.iter().map(of);
    cells.find(|it| !it.is_empty()).unwrap_or_default()
}

fn name(row: &Row, under_heading: Option<usize>) -> String {
    let told = under_heading.and_then(|at| row.cells.get(at));
    let guessed = || {
        row.cells
            .iter()
            .find(|cell| !cell.trim().is_empty() && !cell.contains('@'))
    };
    let name = told.or_else(guessed).map(|it| it.trim());
    name.filter(|name| !is_email(name))
        .unwrap_or_default()
        .to_owned()
}

fn words(row: &Row) -> String {
    row.cells.join(" ").trim().to_owned()
}
