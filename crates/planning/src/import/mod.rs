//! Events out of a table.
//!
//! A [`Table`] is read in slices, its columns found by their names ([`Mapping`]), and each row
//! made into a draft with presenters and problems ([`Import::row`]). A [`Survey`] goes over all
//! rows: what is wrong where, what is there twice, who is named. Once the directory has been
//! asked about them, the good rows become the tasks of a run.

mod asked;
mod cell;
mod column;
mod date;
mod directory;
mod mapping;
mod options;
mod people;
mod planned;
mod problem;
mod read_row;
mod repeats;
mod spelling;
mod survey;
mod table;
mod template;
mod time;
mod zone;

#[cfg(test)]
mod tests;

pub use column::Column;
pub use date::DateOrder;
pub use directory::Directory;
pub use mapping::Mapping;
pub use options::{Options, Repeated};
pub use planned::Planned;
pub use problem::{RowProblem, RowProblemKind};
pub use read_row::Import;
pub use survey::{RowState, Survey};
pub use table::{MOST_EVENTS, MOST_ROWS, Table, TableProblem, TableReader};
pub use template::template;
pub use zone::read_zone;
