//! Finding people in the directory.

mod picker;
mod search;

pub(crate) use picker::{Guests, PeoplePicker};
pub(crate) use search::Candidate;
