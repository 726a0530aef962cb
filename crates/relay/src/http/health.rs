//! Whether it lives, whether it takes anything, and its figures.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Extension, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::{Peer, Problem, problem};
use crate::service::Service;

pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/healthz", get(alive))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics_for_this_machine))
}

pub(super) fn open_metrics() -> Router<Arc<Service>> {
    Router::new().route("/metrics", get(metrics))
}

async fn alive() -> Response {
    Json(json!({ "status": "alive" })).into_response()
}

/// A balancer asks every few seconds, and must not wait.
const PATIENCE: Duration = Duration::from_secs(2);

async fn ready(State(service): State<Arc<Service>>) -> Response {
    let ready = tokio::time::timeout(PATIENCE, service.store.ready()).await;
    match ready {
        Ok(Ok(())) => Json(json!({ "status": "ready" })).into_response(),
        // the reason is in the logs: who asks may be anybody
        Ok(Err(error)) => {
            tracing::warn!(error = %error, "not ready");
            problem(Problem::Unavailable, "the store takes nothing")
        }
        Err(_) => problem(Problem::Unavailable, "the store takes too long"),
    }
}

/// What proxies say of themselves: a request that came through one is not this machine's.
const FORWARDED: [&str; 4] = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];

async fn metrics_for_this_machine(
    state: State<Arc<Service>>,
    Extension(Peer(peer)): Extension<Peer>,
    headers: HeaderMap,
) -> Response {
    let came_by_proxy = FORWARDED.iter().any(|name| headers.contains_key(*name));
    if came_by_proxy || !peer.to_canonical().is_loopback() {
        return problem(Problem::NotFound, "there is nothing here");
    }
    metrics(state).await
}

async fn metrics(State(service): State<Arc<Service>>) -> Response {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    (
        StatusCode::OK,
        [(CONTENT_TYPE, kind)],
        service.metrics.text(),
    )
        .into_response()
}
