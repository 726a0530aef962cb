//! What is remembered: access tokens in memory, the session in the tab's storage.

mod memory;
mod session;

pub use memory::TokenMemory;
pub(crate) use memory::{Owner, RenewalDue};
pub(crate) use session::{RENEWAL_OFFSET_S, Session, Vault};
