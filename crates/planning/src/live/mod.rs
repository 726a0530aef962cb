//! What is on now, what comes next and what was earlier today, by a clock that ticks; and what has
//! to be read for it.

mod agenda;
mod message;
mod reminder;
mod seen;
mod slot;
mod spent;
mod stage;
mod watch;

#[cfg(test)]
mod tests;

pub use agenda::Agenda;
pub use message::{Message, SharedEvent};
pub use reminder::{Reminder, reminders};
pub use seen::{Seen, SeenSession};
pub use slot::{Slot, Standing};
pub use spent::Spent;
pub use stage::{Reports, Stage};
pub use watch::{Due, Interest, Read, ReportAccess, Watch};
