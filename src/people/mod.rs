//! Finding people in the directory.

pub(crate) mod lookup;
mod paste;
mod picker;
mod search;

pub(crate) use picker::{Guests, PeoplePicker};
pub(crate) use search::Candidate;
