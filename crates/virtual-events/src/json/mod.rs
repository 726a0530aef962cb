//! JSON of Graph into types: one reader that knows where it stands.

mod absent;
mod envelope;
mod problem;
mod reader;

pub(crate) use absent::null_as_empty;
pub(crate) use envelope::{List, list, object, text_value};
pub(crate) use problem::JsonProblem;
pub(crate) use reader::read;

#[cfg(test)]
mod tests;
