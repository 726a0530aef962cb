//! All my events in one list: rows made once, then searched, filtered, sorted and counted as often
//! as somebody types.

mod address;
mod list;
mod period;
mod query;
mod row;
mod saved;
mod sort;
mod view;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use list::Board;
pub use period::Period;
pub use query::BoardQuery;
pub use row::{BoardRow, People, Registration};
pub use saved::{HiddenColumns, SavedView, SavedViews};
pub use sort::{Column, Direction, Sort};
pub use view::{BoardView, Counts};
pub use vocabulary::{Term, Vocabulary};
