//! HTTP around the rooms: listening, limits, who may read answers, errors, health.

mod cors;
mod health;
mod problem;
mod rates;
mod serve;
mod source;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::Response;

pub(crate) use problem::{Problem, problem, refuse, store_failed};
pub(crate) use rates::Rates;
pub(crate) use serve::{Peer, serve};

use crate::service::Service;
use crate::{desk, held, hook, stream, tenant};

/// Everything that the relay answers.
pub(crate) fn router(service: &Arc<Service>) -> Router {
    // only the app's calls come from pages of other origins
    let app = desk::routes()
        .merge(stream::routes())
        .merge(tenant::routes())
        .merge(held::routes())
        .layer(cors::layer(&service.config.origins));
    hook::routes()
        .merge(app)
        .merge(health::routes())
        .fallback(nothing_here)
        .layer(from_fn_with_state(Arc::clone(service), rates::limit))
        .with_state(Arc::clone(service))
}

/// Figures alone, for a listener of their own.
pub(crate) fn metrics_router(service: &Arc<Service>) -> Router {
    health::open_metrics()
        .fallback(nothing_here)
        .with_state(Arc::clone(service))
}

async fn nothing_here() -> Response {
    problem(Problem::NotFound, "there is nothing here")
}
