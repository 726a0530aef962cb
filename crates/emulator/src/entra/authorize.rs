//! `/authorize`: from a request to a page, or back to the app.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::ask::{Ask, Prompt, ResponseMode};
use super::error::Failure;
use super::issued::{Code, Session};
use super::scopes::{self, Consent};
use super::{cookie, id_token, pages};
use crate::tenant::Part;
use crate::wire::{Form, encode};
use crate::world::{Shared, World};

/// The usual way in.
pub(super) async fn by_query(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    begin(
        &shared,
        &tenant,
        Form::parse(query.unwrap_or_default().as_bytes()),
        &headers,
    )
}

/// The same as a posted form.
pub(super) async fn by_form(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    begin(&shared, &tenant, Form::parse(&body), &headers)
}

fn begin(shared: &Shared, tenant: &str, form: Form, headers: &HeaderMap) -> Response {
    let mut world = shared.world();
    let ask = match Ask::read(shared, &world, tenant, form) {
        Ok(ask) => ask,
        Err(refusal) => return *refusal,
    };
    let here = cookie::session(shared, &world, headers);
    let hinted = ask
        .login_hint
        .as_deref()
        .and_then(|hint| world.tenant.account(hint))
        .map(|account| account.oid.clone());
    match (ask.prompt, hinted, here) {
        (Prompt::None, hinted, here) => silently(&mut world, &ask, hinted.as_deref(), here),
        (Prompt::SelectAccount, ..) => pages::accounts(&world, &ask),
        // A known hint is as good as a click on that account.
        (_, Some(oid), Some(session)) if session.oid == oid && ask.prompt != Prompt::Login => {
            go_on(&mut world, &ask, &session)
        }
        (_, Some(oid), _) => {
            let (text, session) = world.issued.open_session(&oid);
            let mut response = go_on(&mut world, &ask, &session);
            cookie::set(shared, &mut response, &text);
            response
        }
        (Prompt::Login, None, _) | (_, None, None) => pages::accounts(&world, &ask),
        (_, None, Some(session)) => go_on(&mut world, &ask, &session),
    }
}

/// `prompt=none`: an answer without a page, whatever it is.
fn silently(world: &mut World, ask: &Ask, hinted: Option<&str>, here: Option<Session>) -> Response {
    let session =
        here.filter(|session| ask.login_hint.is_none() || hinted == Some(session.oid.as_str()));
    let Some(session) = session else {
        let text = "Session information is not sufficient for single-sign-on.";
        return refuse(world, ask, &Failure::new("login_required", 50_058, text));
    };
    let missing = missing(world, ask, &session);
    if let Some(scope) = missing.first() {
        let text = format!(
            "The user or administrator has not consented to use the application with the \
             scope '{scope}'. Send an interactive authorization request for this user."
        );
        let failure = Failure::new("interaction_required", 65_001, text).sub("consent_required");
        return refuse(world, ask, &failure);
    }
    finish(world, ask, &session)
}

/// Somebody is signed in: on to consent, or straight back to the app.
pub(super) fn go_on(world: &mut World, ask: &Ask, session: &Session) -> Response {
    let missing = missing(world, ask, session);
    let wants_admin = missing
        .iter()
        .any(|scope| scopes::consent(scope) == Consent::Admin);
    if wants_admin && !is_administrator(world, session) {
        return pages::needs_admin(world, ask, session, &missing);
    }
    if !missing.is_empty() || ask.prompt == Prompt::Consent {
        let shown = if missing.is_empty() {
            &ask.scopes
        } else {
            &missing
        };
        return pages::consent(world, ask, session, shown);
    }
    finish(world, ask, session)
}

/// Asked for and not granted yet.
pub(super) fn missing(world: &World, ask: &Ask, session: &Session) -> Vec<String> {
    let granted = |scope: &&String| world.tenant.grants.has(&session.oid, scope);
    ask.scopes
        .iter()
        .filter(|scope| !granted(scope))
        .cloned()
        .collect()
}

/// Whether the session's account may consent for everybody.
pub(super) fn is_administrator(world: &World, session: &Session) -> bool {
    world.tenant.cast(Part::Administrator) == session.oid
}

/// Back to the app with a code.
pub(super) fn finish(world: &mut World, ask: &Ask, session: &Session) -> Response {
    let now = world.now();
    let code = world.issued.give_code(Code {
        session: session.clone(),
        tenant_path: ask.tenant.clone(),
        redirect_uri: ask.redirect_uri.clone(),
        challenge: ask.challenge.clone(),
        scopes: ask.scopes.clone(),
        nonce: ask.nonce.clone(),
        issued_at: now,
        redeemed: false,
    });
    let mut pairs = vec![("code", code)];
    if ask.form.get("client_info") == Some("1") {
        pairs.push((
            "client_info",
            id_token::client_info(&world.tenant, &session.oid),
        ));
    }
    pairs.push(("session_state", session.sid.clone()));
    back(&ask.redirect_uri, ask.mode, ask.state.as_deref(), pairs)
}

/// Back to the app with a failure.
pub(super) fn refuse(world: &World, ask: &Ask, failure: &Failure) -> Response {
    back(
        &ask.redirect_uri,
        ask.mode,
        ask.state.as_deref(),
        failure.pairs(world.now()),
    )
}

/// Where the app hears its answer.
pub(super) fn address(
    redirect_uri: &str,
    mode: ResponseMode,
    state: Option<&str>,
    mut pairs: Vec<(&'static str, String)>,
) -> String {
    if let Some(state) = state {
        pairs.push(("state", state.to_owned()));
    }
    let mark = match mode {
        ResponseMode::Query => '?',
        ResponseMode::Fragment => '#',
    };
    let pairs = encode(pairs.iter().map(|(name, value)| (*name, value.as_str())));
    format!("{redirect_uri}{mark}{pairs}")
}

/// The redirect itself.
pub(super) fn back(
    redirect_uri: &str,
    mode: ResponseMode,
    state: Option<&str>,
    pairs: Vec<(&'static str, String)>,
) -> Response {
    redirect(&address(redirect_uri, mode, state, pairs))
}

/// A redirect with the headers Entra's pages have.
pub(super) fn redirect(to: &str) -> Response {
    let mut response = StatusCode::FOUND.into_response();
    if let Ok(place) = HeaderValue::from_str(to) {
        response.headers_mut().insert(LOCATION, place);
    }
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    pages::guard(&mut response);
    response
}
