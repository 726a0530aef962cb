//! Calls as they go out, and what answers lead to.

mod address;
mod base;
mod exchange;
mod probe;
mod refused;
