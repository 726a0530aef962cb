mod agenda;
mod message;
mod reminder;
mod spent;
mod stage;
mod watch;

use crate::board::BoardRow;
use crate::jiff_rules::JiffRules;
use crate::sample::{at, mine, townhall};

/// A published town hall of mine, times in UTC.
fn row(id: &str, start: &str, end: &str) -> BoardRow {
    BoardRow::of(&mine(at(townhall(id, id), start, end)), &JiffRules::new())
}
