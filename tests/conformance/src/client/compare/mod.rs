//! JSON against JSON, by meaning.

mod known;
mod leaf;
mod lost;
mod same;

pub(crate) use known::unknown;
pub(crate) use lost::nothing_lost;
pub(crate) use same::same;
