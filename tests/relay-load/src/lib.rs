//! The relay under load: the real program, spoken to over HTTP as Graph and browsers speak to it.
//!
//! No type of the relay takes part: what is judged here isn't asked to judge itself. Load, readers
//! and relay share one machine, so that the figures contain what the load itself costs.
//!
//! | folder | what it does |
//! |---|---|
//! | `figures` | what is measured: speed, idle readers, `kill -9` |
//! | `drill` | a store, its relays, feeds, readers and a load on them |
//! | `load` | notifications at an even pace |
//! | `reader` | a browser that listens and resumes |
//! | `ledger` | who has heard what, and how often |
//! | `events` | server-sent events out of bytes |
//! | `entra` | the sign-in service and its tokens |
//! | `program` | the relay as a process |
//! | `redis_server` | a Redis as a process |
//! | `wire` | one connection |
#![forbid(unsafe_code)]

mod drill;
mod entra;
mod events;
mod figures;
mod ledger;
mod load;
mod percentile;
mod program;
mod reader;
mod redis_server;
mod wire;

pub use figures::{Figure, measure};
