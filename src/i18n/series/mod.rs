//! Events that repeat.

mod making;
mod overview;
mod rule;

pub(crate) use making::*;
pub(crate) use overview::*;
pub(crate) use rule::*;
