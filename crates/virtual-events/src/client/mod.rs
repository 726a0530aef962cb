//! The client and how it carries out a call.

mod base;
mod call;
mod exchange;
mod graph;
mod probe;
mod target;

pub(crate) use base::VERSION;
pub use base::{GraphBase, GraphBaseError};
pub(crate) use call::{Answer, Call};
pub use graph::GraphClient;
pub use probe::{Probe, RawAnswer};
pub(crate) use target::{Target, encode_whole, verbatim};

#[cfg(test)]
mod tests;
