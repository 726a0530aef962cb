//! Sign-in screens.

pub(crate) mod setup;
pub(crate) mod sign_in;
mod skew;
pub(crate) mod welcome;
