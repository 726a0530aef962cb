//! `/token`: who may come, and which grant it is.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use axum::response::Response;

use super::ask::is_our_tenant;
use super::error::Failure;
use super::{application, grant, refresh};
use crate::wire::{Form, Origin};
use crate::world::{Shared, World};

/// Answers a token request.
pub(super) async fn token(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Form::parse(&body);
    let mut world = shared.world();
    let now = world.now();
    if is_relay(&world, &form) {
        let answered = check_form(&world, &tenant, &headers)
            .and_then(|()| application::by_credentials(&shared, &mut world, &form));
        return answered.unwrap_or_else(|failure| failure.response(now));
    }
    let answered = check(&shared, &world, &tenant, &headers, &form).and_then(|()| {
        match form.get("grant_type") {
            Some("authorization_code") => grant::by_code(&shared, &mut world, &tenant, &form),
            Some("refresh_token") => refresh::by_token(&shared, &mut world, &form),
            Some(other) => Err(Failure::new(
                "unsupported_grant_type",
                70_003,
                format!("The app requested an unsupported grant type '{other}'."),
            )),
            None => Err(missing("grant_type")),
        }
    });
    answered.unwrap_or_else(|failure| failure.response(now))
}

/// A required field that isn't there.
pub(super) fn missing(name: &str) -> Failure {
    let text = format!("The request body must contain the following parameter: '{name}'.");
    Failure::new("invalid_request", 900_144, text)
}

/// Whether the relay's own application asks, which is no page in a browser.
fn is_relay(world: &World, form: &Form) -> bool {
    let relay = world.relay_id();
    form.get("client_id")
        .is_some_and(|client| client.eq_ignore_ascii_case(&relay))
}

fn check_form(world: &World, tenant: &str, headers: &HeaderMap) -> Result<(), Failure> {
    if !is_our_tenant(world, tenant) {
        let text = format!("Tenant '{tenant}' not found.");
        return Err(Failure::new("invalid_request", 90_002, text));
    }
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        let text = "Request is malformed or invalid: the body must be form-urlencoded.";
        return Err(Failure::new("invalid_request", 9_002_313, text));
    }
    Ok(())
}

fn check(
    shared: &Shared,
    world: &World,
    tenant: &str,
    headers: &HeaderMap,
    form: &Form,
) -> Result<(), Failure> {
    check_form(world, tenant, headers)?;
    let client = form.get("client_id").ok_or_else(|| missing("client_id"))?;
    if !client.eq_ignore_ascii_case(&world.tenant.client_id) {
        let text =
            format!("Application with identifier '{client}' was not found in the directory.");
        return Err(Failure::new("unauthorized_client", 700_016, text));
    }
    if form.get("client_secret").is_some() || form.get("client_assertion").is_some() {
        let text = "Client is public so neither 'client_assertion' nor 'client_secret' should be \
                    presented.";
        return Err(Failure::new("invalid_client", 700_025, text));
    }
    match headers.get(ORIGIN).map(|origin| origin.as_bytes()) {
        None => Err(Failure::new(
            "invalid_request",
            9_002_327,
            "Tokens issued for the 'Single-Page Application' client-type may only be redeemed \
             via cross-origin requests.",
        )),
        Some(origin) if origin != shared.ports.base(Origin::App).as_bytes() => Err(Failure::new(
            "invalid_request",
            9_002_326,
            "Cross-origin token redemption is permitted only for the 'Single-Page Application' \
             client-type, from an origin of its redirect URIs.",
        )),
        Some(_) => Ok(()),
    }
}
