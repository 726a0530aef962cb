//! Two things at once: events of mine that overlap, and presenters who are booked twice.

mod clash;
mod find;
mod speakers;

#[cfg(test)]
mod tests;

pub use clash::{Clash, Conflict};
pub use find::Conflicts;
pub use speakers::{Speaker, Speakers};
