//! What happens around every request: faults before and after, CORS, and a line in the journal.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::serve::Cut;
use super::{Origin, cors, date};
use crate::control::{Drop, Effect, Entry, Fault, Item};
use crate::world::Shared;

/// The most a request may carry, in bytes; Graph refuses bodies over 4 MB.
const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// The most that is read, so that the sender of too much hears why instead of a broken pipe.
const LARGEST_READ: usize = 64 * 1024 * 1024;

/// Which origin is watched.
#[derive(Debug, Clone)]
pub(super) struct Watch {
    pub(super) origin: Origin,
    pub(super) shared: Arc<Shared>,
}

/// What a handler wants noted or done after its answer is made; an extension of its response.
#[derive(Debug, Clone, Default)]
pub(crate) struct Aftermath {
    /// Principal name of the token's owner.
    pub(crate) user: Option<String>,
    /// The requests of a batch.
    pub(crate) items: Vec<ItemNote>,
    /// To wait before answering, by faults of single items.
    pub(crate) delay: Duration,
    /// Whether a fault of an item hangs up.
    pub(crate) hang_up: bool,
}

/// One request of a batch, for the journal.
pub(crate) type ItemNote = Item;

/// Answers one request, with everything around it.
pub(super) async fn around(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let Watch { origin, shared } = watch;
    let (parts, body) = request.into_parts();
    let asked = parts.headers.clone();
    let path = parts.uri.path().to_owned();
    if cors::is_preflight(&parts.method, &asked) {
        let mut response = cors::preflight(origin, &path, &asked, &shared.ports);
        date::stamp(origin, &shared, response.headers_mut());
        if origin != Origin::Control {
            let entry = Entry::of(origin, &parts.method, &parts.uri, &asked);
            let (answered, bytes) = measured(response).await;
            note(&shared, entry, &answered, &bytes, Vec::new());
            return rebuilt(answered, bytes);
        }
        return response;
    }
    let bytes = to_bytes(body, LARGEST_READ)
        .await
        .ok()
        .filter(|bytes| bytes.len() <= LARGEST_BODY);
    let Some(bytes) = bytes else {
        let status = StatusCode::PAYLOAD_TOO_LARGE;
        let body = Json(crate::graph::error_body_of_fault(status));
        let mut response = (status, body).into_response();
        cors::allow(origin, &path, &asked, &shared.ports, response.headers_mut());
        date::stamp(origin, &shared, response.headers_mut());
        return response;
    };
    if origin == Origin::Control {
        let changes = writes(&parts.method);
        let request = Request::from_parts(parts, Body::from(bytes));
        let mut response = next.run(request).await;
        if changes {
            shared.world().touched += 1;
            shared.wake.notify_one();
        }
        cors::allow(origin, &path, &asked, &shared.ports, response.headers_mut());
        return response;
    }

    let target = parts
        .uri
        .path_and_query()
        .map_or(path.as_str(), |target| target.as_str());
    let fault = shared.world().faults.strike(origin, &parts.method, target);
    let mut entry = Entry::of(origin, &parts.method, &parts.uri, &asked);
    entry.read_body(&bytes);
    let Some(fault) = fault else {
        let request = Request::from_parts(parts, Body::from(bytes));
        let response = next.run(request).await;
        return finished(&shared, entry, response, None, &path, &asked).await;
    };

    entry.fault = true;
    tokio::time::sleep(Duration::from_millis(fault.delay_ms)).await;
    if fault.drop == Some(Drop::Before) {
        return hung_up(&shared, entry, "before");
    }
    let skips = fault.status.is_some() && fault.effect == Effect::Skipped;
    let response = if skips {
        StatusCode::OK.into_response()
    } else {
        next.run(Request::from_parts(parts, Body::from(bytes)))
            .await
    };
    if fault.drop == Some(Drop::After) {
        return hung_up(&shared, entry, "after");
    }
    finished(&shared, entry, response, Some(&fault), &path, &asked).await
}

/// Puts a fault's own answer in place, adds CORS, waits for batch faults, writes the line.
async fn finished(
    shared: &Shared,
    entry: Entry,
    mut response: Response,
    fault: Option<&Fault>,
    path: &str,
    asked: &HeaderMap,
) -> Response {
    let aftermath = response
        .extensions_mut()
        .remove::<Aftermath>()
        .unwrap_or_default();
    let origin = entry.origin;
    if let Some(fault) = fault {
        response = fault.disguise(origin, response);
    }
    if fault.is_none_or(|fault| fault.cors) {
        cors::allow(origin, path, asked, &shared.ports, response.headers_mut());
    }
    date::stamp(origin, shared, response.headers_mut());
    let mut entry = entry;
    entry.user = aftermath.user;
    if !aftermath.delay.is_zero() {
        tokio::time::sleep(aftermath.delay).await;
    }
    if aftermath.hang_up {
        entry.items = aftermath.items;
        return hung_up(shared, entry, "after");
    }
    let (answered, bytes) = measured(response).await;
    note(shared, entry, &answered, &bytes, aftermath.items);
    rebuilt(answered, bytes)
}

fn hung_up(shared: &Shared, mut entry: Entry, when: &'static str) -> Response {
    entry.cut = Some(when);
    write(shared, entry);
    let mut response = StatusCode::OK.into_response();
    response.extensions_mut().insert(Cut);
    response
}

fn note(
    shared: &Shared,
    mut entry: Entry,
    answered: &axum::http::response::Parts,
    bytes: &Bytes,
    items: Vec<ItemNote>,
) {
    entry.answered(answered, bytes.len());
    entry.items = items;
    write(shared, entry);
}

fn write(shared: &Shared, mut entry: Entry) {
    let mut world = shared.world();
    entry.at = Some(world.now());
    if entry.origin != Origin::App {
        world.touched += 1;
    }
    world.journal.write(entry);
    shared.wake.notify_one();
}

async fn measured(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    // The bodies are the emulator's own and in memory already.
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    (parts, bytes)
}

fn rebuilt(parts: axum::http::response::Parts, bytes: Bytes) -> Response {
    Response::from_parts(parts, Body::from(bytes))
}

/// Whether the method changes something.
pub(crate) fn writes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}
