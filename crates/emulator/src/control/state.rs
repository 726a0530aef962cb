//! What the emulator knows, as JSON.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::routes::shown_clock;
use crate::entra::RELAY_SECRET;
use crate::world::Shared;

/// Clock, settings, accounts, people, events, and the mail that was sent.
pub(super) async fn state(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let world = shared.world();
    let tenant = &world.tenant;
    let accounts = tenant.accounts.iter().map(|account| {
        let person = tenant.people.get(&account.oid);
        json!({
            "oid": account.oid,
            "part": account.part.label(),
            "name": person.map(|person| &person.name),
            "userPrincipalName": person.map(|person| &person.upn),
            "scopes": tenant.grants.of(&account.oid),
        })
    });
    Json(json!({
        "clock": shown_clock(&world),
        "settings": world.settings,
        "tenant": tenant.id,
        "clientId": tenant.client_id,
        "relay": { "clientId": world.relay_id(), "clientSecret": RELAY_SECRET },
        "accounts": accounts.collect::<Vec<_>>(),
        "people": tenant.people.values().collect::<Vec<_>>(),
        "outbox": tenant.outbox,
        "events": tenant.events.values().collect::<Vec<_>>(),
        "signedIn": world.issued.count_sessions(),
    }))
}
