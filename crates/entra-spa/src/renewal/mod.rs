//! Getting a fresh access token without the user.

mod flight;
mod ladder;
mod page_locks;

pub(crate) use flight::Flights;
pub(crate) use ladder::{Accept, Renewal, RenewalRequest};
pub use page_locks::PageLocks;
