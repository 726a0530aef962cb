//! The configuration that points the app at this emulator.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use crate::wire::Origin;
use crate::world::Shared;

/// `config.json`, whatever the built folder has in its place.
pub(super) async fn config(State(shared): State<Arc<Shared>>) -> Response {
    let (client, tenant) = {
        let world = shared.world();
        (world.tenant.client_id.clone(), world.tenant.id.clone())
    };
    let mut response = Json(json!({
        "clientId": client,
        "tenant": tenant,
        "cloud": "global",
        "authority": shared.ports.base(Origin::Entra),
        "graph": shared.ports.base(Origin::Graph),
    }))
    .into_response();
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
