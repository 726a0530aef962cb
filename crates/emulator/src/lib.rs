//! A local Entra and Graph with a demo tenant, written from the API reference on its own.
//!
//! Four origins on loopback, because the real ones are several: the app's files, Entra, Graph,
//! and a control port for tests. Nothing here is shared with the client, so that a wrong shape
//! cannot agree with itself.
//!
//! | folder | what it plays |
//! |---|---|
//! | `app` | the static host of the built app, with its `config.json` |
//! | `entra` | the sign-in service: authorize, consent, token, logout |
//! | `graph` | the API: town halls, webinars, people, batches |
//! | `subscriptions` | webhooks: who is told of what, and the deliveries |
//! | `control` | clock, faults, journal, state |
//! | `tenant` | the organization that everything is about |
//! | `wire` | HTTP: listening, CORS, faults and journal around every request |

mod app;
mod chance;
mod clock;
mod config;
mod control;
mod entra;
mod graph;
mod ident;
mod persist;
mod running;
mod settings;
mod subscriptions;
mod tenant;
mod wire;
mod world;

pub use config::Config;
pub use running::{Ports, Running, start};
