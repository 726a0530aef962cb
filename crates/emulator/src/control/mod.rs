//! The control port: what tests turn and read.

mod attendance;
mod events;
mod faults;
mod journal;
mod redact;
mod routes;
mod state;
mod subscriptions;

pub(crate) use faults::{Drop, Effect, Fault, Faults};
pub(crate) use journal::{Entry, Item, Journal};
pub(crate) use redact::body as redacted_body;
pub(crate) use routes::routes;
