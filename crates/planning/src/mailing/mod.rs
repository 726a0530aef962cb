//! One invitation to many people, by mail: which mails to send, and what became of each.

mod merge;
mod plan;
mod recipients;

#[cfg(test)]
mod tests;

pub use merge::{Columns, merge_table};
pub use plan::{Counts, Fate, Mailing, Manner, Onward, Parcel};
pub use recipients::{Recipient, read_recipients};
