//! Several requests in one.

mod answer;
mod api;
mod request;
mod write;

pub use answer::{BatchAnswer, BatchPart};
pub use request::{Batch, BatchItem};

#[cfg(test)]
mod tests;
