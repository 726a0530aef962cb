//! Sign-in screens.

pub(crate) mod setup;
pub(crate) mod sign_in;
pub(crate) mod welcome;
