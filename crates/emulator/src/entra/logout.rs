//! `/logout`: ends the browser's session, and goes back where that is registered.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::ask::is_registered;
use super::{authorize, cookie, pages};
use crate::wire::{Form, encode};
use crate::world::Shared;

/// Signs out at once with a hint that fits; asks otherwise.
pub(super) async fn logout(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let form = Form::parse(query.unwrap_or_default().as_bytes());
    {
        let world = shared.world();
        let hint = form.get("logout_hint");
        if let Some(session) = cookie::session(&shared, &world, &headers)
            && let Some(account) = world.tenant.account(&session.oid)
            && hint != Some(account.login_hint().as_str())
        {
            return pages::sign_out(&world, &tenant, &form, &session);
        }
    }
    leave(&shared, &form, &headers)
}

/// The account to sign out of was chosen.
pub(super) async fn sign_out(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    leave(
        &shared,
        &Form::parse(query.unwrap_or_default().as_bytes()),
        &headers,
    )
}

fn leave(shared: &Shared, form: &Form, headers: &HeaderMap) -> Response {
    if let Some(text) = cookie::of(shared, headers) {
        shared.world().issued.close_session(&text);
    }
    let back = form
        .get("post_logout_redirect_uri")
        .filter(|uri| is_registered(shared, uri));
    let mut response = match (back, form.get("state")) {
        (Some(uri), Some(state)) => {
            authorize::redirect(&format!("{uri}?{}", encode([("state", state)].into_iter())))
        }
        (Some(uri), None) => authorize::redirect(uri),
        (None, _) => pages::signed_out(),
    };
    cookie::clear(shared, &mut response);
    response
}
