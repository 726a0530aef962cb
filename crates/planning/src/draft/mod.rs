//! An event while it is being written: text as typed, checks, and the request that comes of it.

mod addresses;
mod changes;
mod check;
mod check_people;
mod check_times;
mod check_what;
mod copy;
mod event;
mod field;
mod follow;
mod from_event;
mod kept_kind;
mod limits;
mod moment;
mod notified;
mod people;
mod people_table;
mod placed;
mod problem;
mod reconcile;
mod request;
mod typed;
mod undo;
mod unfinished;

#[cfg(test)]
mod tests;

pub use addresses::{is_email, read_addresses};
pub use changes::CheckedChanges;
pub use check::Checked;
pub use copy::Copied;
pub use event::EventDraft;
pub use field::{Field, fixed_after_creation};
pub use follow::DURATION_CHIPS;
pub use limits::Limits;
pub use moment::{Moment, Side};
pub use notified::{AttendeeMail, Notified};
pub use people::{DraftPerson, Invitee};
pub use people_table::read_people_table;
pub use problem::{Problem, ProblemKind, Severity};
pub use reconcile::{Reconciled, Topic};
pub(crate) use typed::{read_date, read_number};
pub use undo::Undone;
pub use unfinished::{DraftPlace, StoredDraftError, Unfinished};
