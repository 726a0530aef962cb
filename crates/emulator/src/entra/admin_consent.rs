//! `/adminconsent`: an administrator grants the app's scopes for the whole organization.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::ask::{ResponseMode, check_client};
use super::scopes::{self, Resources};
use super::{authorize, consent, cookie, pages};
use crate::tenant::APP_SCOPES;
use crate::wire::Form;
use crate::world::{Shared, World};

/// A request of an administrator's link.
struct Wish {
    form: Form,
    redirect_uri: String,
    scopes: Vec<String>,
}

fn read(
    shared: &Shared,
    world: &World,
    tenant: &str,
    query: Option<String>,
) -> Result<Wish, Box<Response>> {
    let form = Form::parse(query.unwrap_or_default().as_bytes());
    let page = |failure| Box::new(pages::failure(&failure));
    let redirect_uri = check_client(shared, world, tenant, &form).map_err(page)?;
    let scopes = match form.get("scope") {
        Some(text) => scopes::read(text, &Resources::of(shared, world)).map_err(page)?,
        None => APP_SCOPES.map(str::to_owned).to_vec(),
    };
    Ok(Wish {
        form,
        redirect_uri,
        scopes,
    })
}

/// Shows who asks for what, to an administrator.
pub(super) async fn ask(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let world = shared.world();
    let wish = match read(&shared, &world, &tenant, query) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    match cookie::session(&shared, &world, &headers) {
        Some(session) if authorize::is_administrator(&world, &session) => {
            pages::admin_consent(&world, &tenant, &wish.form, &session, &wish.scopes)
        }
        _ => pages::administrators(&world, &tenant, &wish.form),
    }
}

/// Grants, or goes back with a refusal.
pub(super) async fn answer(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let mut world = shared.world();
    let wish = match read(&shared, &world, &tenant, query) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    let administrator = cookie::session(&shared, &world, &headers)
        .is_some_and(|session| authorize::is_administrator(&world, &session));
    if !administrator {
        return pages::administrators(&world, &tenant, &wish.form);
    }
    let mut pairs = if Form::parse(&body).get("answer") == Some("accept") {
        let everybody: Vec<_> = world
            .tenant
            .accounts
            .iter()
            .map(|account| account.oid.clone())
            .collect();
        for oid in everybody {
            world
                .tenant
                .grants
                .give(&oid, wish.scopes.iter().map(String::as_str));
        }
        vec![("scope", wish.scopes.join(" "))]
    } else {
        consent::declined().pairs(world.now())
    };
    pairs.push(("admin_consent", "True".to_owned()));
    pairs.push(("tenant", world.tenant.id.clone()));
    authorize::back(
        &wish.redirect_uri,
        ResponseMode::Query,
        wish.form.get("state"),
        pairs,
    )
}
