//! Sign-in screens, and the check of what the account can do.

pub(crate) mod check;
pub(crate) mod setup;
pub(crate) mod sign_in;
mod skew;
pub(crate) mod welcome;
