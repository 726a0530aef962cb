//! Town halls that repeat: the rule, its occurrences, how their events are tied together, and what
//! an edit of one means for the others.

mod builder;
mod carry;
mod error;
mod expand;
mod member;
mod parse;
mod people;
mod period;
mod plan;
mod preview;
mod rule;
mod scope;
mod shared;
mod text;
mod tie;
mod write;

#[cfg(test)]
mod tests;

pub use builder::{Days, EndsBy, MonthlyOn, RuleDraft, RuleField, RuleProblem, Unit, nth};
pub use carry::{Carried, SeriesEdit};
pub use error::RuleError;
pub use expand::{ClockNote, Expansion, NoSuchDay, Occurrence, Series, Standing};
pub use member::{Member, members};
pub use people::{ComeAndGo, PeopleOutcome};
pub use plan::PlannedEvent;
pub use preview::{Outcome, Preview};
pub use rule::{Frequency, MOST_OCCURRENCES, Rule, RuleDay, RuleEnd};
pub use scope::{Concerned, Deed, Excluded, Scope, concerned};
pub use shared::{Shared, matching, shared};
pub use tie::{LONGEST_EXTERNAL_ID, SeriesId, SeriesPlace, SeriesTie};
