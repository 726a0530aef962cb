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
    let (client, tenant, relay) = {
        let world = shared.world();
        let relay = world.settings.relay.as_ref();
        let relay = relay.map(|url| json!({ "url": url, "clientId": world.relay_id() }));
        (
            world.tenant.client_id.clone(),
            world.tenant.id.clone(),
            relay,
        )
    };
    let mut config = json!({
        "clientId": client,
        "tenant": tenant,
        "cloud": "global",
        "authority": shared.ports.base(Origin::Entra),
        "graph": shared.ports.base(Origin::Graph),
    });
    if let Some(relay) = relay {
        config["relay"] = relay;
    }
    let mut response = Json(config).into_response();
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
