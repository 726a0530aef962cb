//! Finding people in the directory.

mod draft;
pub(crate) mod lookup;
mod paste;
mod photo;
mod picker;
mod search;

pub(crate) use photo::avatar;
pub(crate) use picker::{Guests, PeoplePicker};
pub(crate) use search::Candidate;
