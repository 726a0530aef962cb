//! Documented JSON through the typed client, and the emulator against the schema.
//!
//! Each half notes a line for every example or operation in a [`report::Report`].

pub mod client;
pub mod emulator;
pub mod examples;
pub mod openapi;
pub mod report;
pub mod schema;
