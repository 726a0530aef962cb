//! What the signed-in user can read through the service, found out by trying.
//!
//! A [`Check`] is one read that the app uses, or would if a browser were let; a [`Finding`] is
//! what its answer means, and for whom there is something to do.

mod check;
mod finding;
mod grant;
mod masked;

#[cfg(test)]
mod tests;

pub use check::{Check, Group, Sample};
pub use finding::{Finding, Remedy};
pub use grant::{Grant, SCOPES};
pub use masked::masked;
