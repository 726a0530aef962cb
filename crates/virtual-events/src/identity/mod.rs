//! Who somebody is: Graph's `identity` and the sets of them.

pub(crate) mod kind;
mod person;
mod set;

pub use kind::IdentityKind;
pub use person::Identity;
pub use set::{EndpointType, IdentitySet};

#[cfg(test)]
mod tests;
