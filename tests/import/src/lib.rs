//! Importing town halls into the emulator, over HTTP and at the service's real limits.
//!
//! The emulator's clock stands still and is moved on whenever everybody waits, so that half an
//! hour of paced writes takes seconds. Answers can be dropped after their effect, as a bad
//! network does.

mod clock;
mod figures;
mod office;
mod wire;

pub use figures::{Figures, Job, measure};
