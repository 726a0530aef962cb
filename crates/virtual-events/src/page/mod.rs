//! Collections that come page by page.

mod listing;
mod walk;

pub use listing::{Collected, Listing, Page};
pub(crate) use walk::{Pages, read_items};

#[cfg(test)]
mod tests;
