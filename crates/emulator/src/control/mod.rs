//! The control port: what tests turn and read.

mod attendance;
mod faults;
mod journal;
mod redact;
mod routes;
mod state;

pub(crate) use faults::{Drop, Effect, Fault, Faults};
pub(crate) use journal::{Entry, Item, Journal};
pub(crate) use routes::routes;
