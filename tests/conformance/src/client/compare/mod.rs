//! JSON against JSON, by meaning.

mod leaf;
mod lost;
mod same;

pub(crate) use lost::nothing_lost;
pub(crate) use same::same;
