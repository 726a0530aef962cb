//! A run: many writes in steps that survive a closed tab.
//!
//! A [`Run`] says what is to be done, one [`Task`] an event, one [`Step`] a write, and what has
//! become of each. [`execute`] carries it out through the paced queue of writes, keeps every
//! change in a [`Ledger`] before and after a write is sent, and looks before it repeats a write
//! whose answer was lost, be it now or before the tab was closed. Nothing is done twice.

mod amend;
mod content;
mod control;
mod create;
mod deed;
mod execute;
mod failure;
mod gate;
mod ledger;
mod plan;
mod progress;
mod resolve;
mod start;
mod state;
mod step;
mod task;

pub use amend::{Amendment, PeopleChange};
pub use control::{Control, Wish};
pub use execute::{Ended, Means, execute};
pub use failure::{Failure, FailureKind};
pub use ledger::{Ledger, LedgerKey, NotKept, UnreadableRun};
pub use plan::{Run, RunId, RunKind};
pub use progress::Progress;
pub use resolve::Resolution;
pub use step::{Action, Step, StepState};
pub use task::{Finish, Task, TaskState};

#[cfg(test)]
mod tests;
