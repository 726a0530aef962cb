//! The consent page was answered.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::ask::Ask;
use super::error::Failure;
use super::scopes::Consent;
use super::{authorize, cookie, pages, scopes};
use crate::wire::Form;
use crate::world::Shared;

/// What "Cancel" says to the app.
pub(super) fn declined() -> Failure {
    let text = "User declined to consent to access the app.";
    Failure::new("access_denied", 65_004, text)
}

/// Grants what was asked for, or goes back with a refusal.
pub(super) async fn answered(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let mut world = shared.world();
    let query = Form::parse(query.unwrap_or_default().as_bytes());
    let ask = match Ask::read(&shared, &world, &tenant, query) {
        Ok(ask) => ask,
        Err(refusal) => return *refusal,
    };
    let Some(session) = cookie::session(&shared, &world, &headers) else {
        return pages::accounts(&world, &ask);
    };
    let form = Form::parse(&body);
    if form.get("answer") != Some("accept") {
        return authorize::refuse(&world, &ask, &declined());
    }
    let administrator = authorize::is_administrator(&world, &session);
    let missing = authorize::missing(&world, &ask, &session);
    if !administrator
        && missing
            .iter()
            .any(|scope| scopes::consent(scope) == Consent::Admin)
    {
        return pages::needs_admin(&world, &ask, &session, &missing);
    }
    let accounts: Vec<String> = if administrator && form.get("organization").is_some() {
        world
            .tenant
            .accounts
            .iter()
            .map(|account| account.oid.clone())
            .collect()
    } else {
        vec![session.oid.clone()]
    };
    for oid in accounts {
        world
            .tenant
            .grants
            .give(&oid, ask.scopes.iter().map(String::as_str));
    }
    authorize::finish(&mut world, &ask, &session)
}
