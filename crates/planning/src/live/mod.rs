//! What is on now, what comes next and what was earlier today, by a clock that ticks.

mod agenda;
mod poll;
mod slot;

#[cfg(test)]
mod tests;

pub use agenda::Agenda;
pub use poll::poll_after;
pub use slot::{Slot, Standing};
