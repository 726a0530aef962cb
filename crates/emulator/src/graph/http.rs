//! Graph's side of HTTP: the token, the request identifiers, batches.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;

use super::answer::{answer, endpoints};
use super::batch;
use super::call::{Call, Version};
use super::reply::{Payload, Refusal, Reply};
use super::route::{Resource, resource};
use super::visit::{Caller, Rights};
use crate::ident::random_guid;
use crate::subscriptions::shake_hands;
use crate::wire::{Aftermath, Origin};
use crate::world::{Shared, World};

/// Answers one HTTP request to Graph.
pub(super) async fn exchange(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let mut call = Call {
        method,
        path: String::new(),
        query: Vec::new(),
        headers: headers
            .iter()
            .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
            .collect(),
        body,
        version: Version::V1,
        handshakes: BTreeMap::new(),
    };
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    // Endpoints are asked before the call is done, and without holding the world up.
    let endpoints = named_endpoints(&shared, &mut call, target);
    for url in endpoints {
        let handshake = shake_hands(&shared, &url).await;
        // The same address may be asked twice, and must answer both times.
        call.handshakes
            .entry(url)
            .and_modify(|before| *before = before.clone().and(handshake.clone()))
            .or_insert(handshake);
    }
    let mut world = shared.world();
    let now = world.now();
    let client_request_id = call.header("client-request-id").map(str::to_owned);
    let mut aftermath = Aftermath::default();
    let answered = caller(&shared, &world, &call).and_then(|caller| {
        aftermath.user = world
            .tenant
            .people
            .get(&caller.oid)
            .map(|person| person.upn.clone());
        let Some((version, rest)) = Version::strip(target) else {
            return Err(Refusal::bad_request("Invalid version: use v1.0."));
        };
        call.version = version;
        call.target(rest);
        if resource(&call.segments()) == Ok(Resource::Batch) {
            batch::answer(&mut world, shared.ports, &caller, &call, &mut aftermath)
        } else {
            answer(&mut world, shared.ports, &caller, &call)
        }
    });
    let reply = answered.unwrap_or_else(|refusal| refusal.reply(now, client_request_id.as_deref()));
    let mut response = response(reply, client_request_id);
    response.extensions_mut().insert(aftermath);
    response
}

/// The addresses that the call wants validated.
fn named_endpoints(shared: &Shared, call: &mut Call, target: &str) -> Vec<String> {
    let Some((version, rest)) = Version::strip(target) else {
        return Vec::new();
    };
    call.version = version;
    call.target(rest);
    let mut world = shared.world();
    let Ok(caller) = caller(shared, &world, call) else {
        return Vec::new();
    };
    if resource(&call.segments()) == Ok(Resource::Batch) {
        batch::endpoints(&mut world, shared.ports, &caller, call)
    } else {
        endpoints(&mut world, shared.ports, &caller, call)
    }
}

/// Who the token belongs to; 401 when it doesn't count.
fn caller(shared: &Shared, world: &World, call: &Call) -> Result<Caller, Refusal> {
    let authority = format!("{}/{}", shared.ports.base(Origin::Entra), world.tenant.id);
    let refuse = |message: &str| Refusal::unauthorized(message, &authority);
    let Some(credentials) = call.header("authorization") else {
        return Err(refuse("Access token is empty."));
    };
    let token = credentials
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .ok_or_else(|| refuse("The authorization scheme is not Bearer."))?;
    let access = world.issued.access(token).ok_or_else(|| {
        refuse("CompactToken validation failed: the token is not one of Graph's.")
    })?;
    if world.now() >= access.expires_at {
        return Err(refuse("Lifetime validation failed, the token is expired."));
    }
    Ok(Caller {
        oid: access.oid.clone(),
        scopes: access.scopes.clone(),
        rights: match access.application {
            None => Rights::Delegated,
            Some(_) => Rights::Application,
        },
        application: access
            .application
            .clone()
            .unwrap_or_else(|| world.tenant.client_id.clone()),
        token_ends_at: access.expires_at,
    })
}

fn response(reply: Reply, client_request_id: Option<String>) -> Response {
    let (kind, bytes) = match reply.payload {
        Payload::Empty => (None, Vec::new()),
        Payload::Json(value) => {
            let kind = "application/json;odata.metadata=minimal;odata.streaming=true;\
                        IEEE754Compatible=false;charset=utf-8";
            // Of JSON values none fails to be written.
            (Some(kind), serde_json::to_vec(&value).unwrap_or_default())
        }
        Payload::Bytes(kind, bytes) => (Some(kind), bytes),
    };
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = reply.status;
    let headers = response.headers_mut();
    if let Some(kind) = kind {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    let request_id = random_guid();
    let client_request_id = client_request_id.unwrap_or_else(|| request_id.clone());
    let own = [
        ("request-id", request_id),
        ("client-request-id", client_request_id),
        ("odata-version", "4.0".to_owned()),
        ("cache-control", "no-cache".to_owned()),
    ];
    for (name, value) in own.into_iter().chain(reply.headers) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    response
}
