//! Town halls that repeat: the rule, its occurrences, how their events are tied together, and what
//! an edit of one means for the others.

mod error;
mod expand;
mod parse;
mod period;
mod rule;
mod write;

#[cfg(test)]
mod tests;

pub use error::RuleError;
pub use expand::{ClockNote, Expansion, NoSuchDay, Occurrence, Series, Standing};
pub use rule::{Frequency, MOST_OCCURRENCES, Rule, RuleDay, RuleEnd};
