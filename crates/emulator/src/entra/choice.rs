//! The account was chosen on the page.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;

use super::error::Failure;
use super::{authorize, cookie, pages};
use crate::wire::Form;
use crate::world::Shared;

/// Signs the account in and goes back to what it was chosen for.
pub(super) async fn chosen(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Response {
    let query = Form::parse(query.unwrap_or_default().as_bytes());
    let form = Form::parse(&body);
    let mut world = shared.world();
    let account = form
        .get("account")
        .and_then(|hint| world.tenant.account(hint));
    let Some(oid) = account.map(|account| account.oid.clone()) else {
        let text = "The user account doesn't exist in this directory.";
        return pages::failure(&Failure::new("invalid_request", 50_034, text));
    };
    let (text, _) = world.issued.open_session(&oid);
    // The choice is made: neither the hint nor the wish to be asked may undo it. A wish for
    // the consent page stays.
    let rest = match query.get("prompt") {
        Some("consent") => query.without(&["login_hint"]),
        _ => query.without(&["login_hint", "prompt"]),
    };
    let place = match form.get("next") {
        Some("adminconsent") => format!("/{tenant}/v2.0/adminconsent?{rest}"),
        _ => format!("/{tenant}/oauth2/v2.0/authorize?{rest}"),
    };
    let mut response = authorize::redirect(&place);
    cookie::set(&shared, &mut response, &text);
    response
}
