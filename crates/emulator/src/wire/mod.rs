//! HTTP around the services: listening, CORS, faults and the journal.

mod cors;
mod date;
mod form;
mod record;
mod serve;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use serde::{Deserialize, Serialize};

pub(crate) use form::{Form, encode};
pub(crate) use record::{Aftermath, ItemNote, writes};
pub(crate) use serve::serve;

use crate::world::Shared;

/// The four origins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Origin {
    App,
    Entra,
    Graph,
    Control,
}

impl Origin {
    /// In the order of their ports.
    pub(crate) const ALL: [Self; 4] = [Self::App, Self::Entra, Self::Graph, Self::Control];
}

/// Everything an origin answers.
pub(crate) fn router(origin: Origin, shared: &Arc<Shared>) -> Router {
    let service = match origin {
        Origin::App => crate::app::routes(),
        Origin::Entra => crate::entra::routes(),
        Origin::Graph => crate::graph::routes(),
        Origin::Control => crate::control::routes(),
    };
    let state = record::Watch {
        origin,
        shared: Arc::clone(shared),
    };
    service
        .with_state(Arc::clone(shared))
        // `around` has its own limit, which is larger than axum's.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(state, record::around))
}
