//! The board: all my town halls and webinars in one list.

mod bulk;
mod page;
mod partial;
mod quick;
mod selection;
mod state;
mod strip;
mod table;
mod tools;
mod views;

/// The board's page. It is what nearly everybody sees first, so it comes with the frame.
pub(crate) use page::page;
pub(crate) use tools::SEARCH;
