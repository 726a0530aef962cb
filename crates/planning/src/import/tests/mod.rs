//! Files as people send them.

mod cells;
mod rows;
mod whole;

use std::rc::Rc;

use virtual_events::{EventKind, UtcInstant};

use super::{Directory, Import, Mapping, Options, Planned, Repeated, Table, TableReader};
use crate::draft::Limits;
use crate::jiff_rules::JiffRules;
use crate::run::Finish;
use crate::zones::{CachedRules, IanaZone};

fn now() -> UtcInstant {
    UtcInstant::parse("2027-01-12T09:42:00Z").unwrap()
}

fn table(text: &str) -> Table {
    let mut reader = TableReader::new(text).unwrap();
    while reader.read(100).unwrap() {}
    reader.finish().unwrap()
}

fn options(table: &Table) -> Options {
    Options {
        mapping: Mapping::of(&table.headers),
        kind: EventKind::Townhall,
        zone: IanaZone::new("Europe/Berlin"),
        date_order: None,
        finish: Finish::Draft,
        repeated: Repeated::LeaveOut,
    }
}

fn planned(table: &Table, options: &Options, directory: &Directory) -> Vec<Planned> {
    let rules = CachedRules::new(Rc::new(JiffRules::new()));
    let import = Import::new(table, options, directory, now(), &rules, Limits::default());
    table.rows.iter().map(|row| import.row(row)).collect()
}

/// The rows of a text with what its header says.
fn read(text: &str) -> Vec<Planned> {
    let table = table(text);
    planned(&table, &options(&table), &Directory::default())
}
