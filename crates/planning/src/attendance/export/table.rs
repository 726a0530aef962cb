//! The people as a table.

use virtual_events::UtcInstant;

use crate::Reader;
use crate::attendance::{Attendee, Names, Roll};
use crate::csv::{ByteOrderMark, Writer};

/// A table of the people in the order of their arrival, as comma-separated values.
///
/// Times are in ISO 8601, UTC; with a reader they stand in the reader's zone as well, as on the
/// reader's clock. Stays are seconds. Where names are hidden, e-mail address, domain and registration
/// are left out: a domain can belong to one person. Cells that a spreadsheet would take for formulas
/// get an apostrophe.
#[must_use]
pub fn people_table(
    roll: &Roll,
    names: &Names<'_>,
    mark: ByteOrderMark,
    reader: Option<&Reader<'_>>,
) -> String {
    let shown = names.are_shown();
    let mut writer = Writer::new(mark);
    let zone = reader.map_or("", |reader| reader.zone.as_str());
    let local = |what: &str| [what, " (", zone, ")"].concat();
    let (joined, left) = (local("First join"), local("Last leave"));
    let mut heads = vec!["Name"];
    if shown {
        heads.extend(["E-mail", "Domain"]);
    }
    heads.extend(["Kind", "Role", "First join (UTC)", "Last leave (UTC)"]);
    if reader.is_some() {
        heads.extend([joined.as_str(), left.as_str()]);
    }
    heads.extend(["Stay (seconds)", "Times in"]);
    if shown {
        heads.push("Registration");
    }
    writer.row(&heads);
    let mut row: Vec<String> = Vec::new();
    for person in &roll.people {
        row.clear();
        row.push(names.call(person).unwrap_or_default());
        if shown {
            row.push(person.email.clone().unwrap_or_default());
            row.push(person.domain().unwrap_or_default().to_owned());
        }
        row.push(person.kind.key().to_owned());
        row.push(person.part.key().to_owned());
        times(person, reader, &mut row);
        row.push(text(person.seconds()));
        row.push(person.stays.len().to_string());
        if shown {
            row.push(text(person.registration.as_ref()));
        }
        let cells: Vec<&str> = row.iter().map(String::as_str).collect();
        writer.row(&cells);
    }
    writer.finish()
}

fn times(person: &Attendee, reader: Option<&Reader<'_>>, row: &mut Vec<String>) {
    let times = [person.first_join(), person.last_leave()];
    row.extend(times.map(text));
    if let Some(reader) = reader {
        row.extend(times.map(|time| time.map_or_else(String::new, |it| on_the_clock(it, reader))));
    }
}

/// `2027-06-01 12:00:30`, which spreadsheets take for a date and time.
fn on_the_clock(instant: UtcInstant, reader: &Reader<'_>) -> String {
    let wall = reader.wall(instant).to_string().replace('T', " ");
    wall.get(..19).unwrap_or(&wall).to_owned()
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
