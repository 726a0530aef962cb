//! What Graph calls: the validation handshake, notifications, lifecycle notifications.
//!
//! Source: Graph's page "Receive change notifications through webhooks".

mod delivery;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use http_body_util::BodyExt as _;

use self::delivery::{Opening, Sender};
use crate::feed::{Audience, Feed, FeedId};
use crate::http::{Problem, problem};
use crate::metrics::{Delivery, Item, Refusal};
use crate::notification::Kind;
use crate::service::Service;
use crate::store::{Acceptance, StoreError};

/// What a delivery may measure, in bytes; Graph's are a thousandth of that.
const LARGEST: usize = 1024 * 1024;

/// How long a body may take to arrive.
const BODY_PATIENCE: Duration = Duration::from_secs(10);

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/notify/{feed}", post(notify))
        .route("/lifecycle/{feed}", post(lifecycle))
}

async fn notify(
    state: State<Arc<Service>>,
    path: Path<String>,
    query: RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Response {
    receive(state, Kind::Notification, path, query, headers, body).await
}

async fn lifecycle(
    state: State<Arc<Service>>,
    path: Path<String>,
    query: RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Response {
    receive(state, Kind::Lifecycle, path, query, headers, body).await
}

async fn receive(
    State(service): State<Arc<Service>>,
    kind: Kind,
    Path(feed): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let (answer, response) = match known(&service, &feed).await {
        Err(answer) => (answer, respond(answer)),
        Ok(feed) => match validation_token(query.as_deref().unwrap_or_default()) {
            Some(token) => (Delivery::handshake, echo(token)),
            None => {
                let taken = take(&service, kind, &feed, &headers, body).await;
                let answer = taken.unwrap_or_else(|answer| answer);
                (answer, respond(answer))
            }
        },
    };
    service.metrics.delivery(answer);
    response
}

/// The feed, before anything else is read: its id can't be guessed, so only Graph gets further.
async fn known(service: &Service, feed: &str) -> Result<Feed, Delivery> {
    let id: FeedId = feed.parse().map_err(|_| Delivery::unknown_feed)?;
    let found = service.store.feed(&id).await;
    let found = found.map_err(|error| unavailable(service, &error))?;
    found.ok_or(Delivery::unknown_feed)
}

fn unavailable(service: &Service, error: &StoreError) -> Delivery {
    service.metrics.store_errors.inc();
    tracing::error!(error = %error, "a delivery is refused, Graph will try again");
    Delivery::unavailable
}

/// The token of a handshake, decoded.
fn validation_token(query: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "validationToken")
        .map(|(_, token)| token.into_owned())
}

fn echo(token: String) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        // whatever somebody makes it say is never shown as a page
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (StatusCode::OK, headers, token).into_response()
}

async fn take(
    service: &Service,
    kind: Kind,
    feed: &Feed,
    headers: &HeaderMap,
    body: Body,
) -> Result<Delivery, Delivery> {
    let length = headers
        .get(CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok());
    let length = length.and_then(|text| text.parse().ok()).unwrap_or(LARGEST);
    if length > LARGEST {
        pour_away(body).await;
        return Err(Delivery::too_large);
    }
    let _room = service.room.of(length).await;
    let bytes = collect(body).await?;
    let delivery = read(service, kind, feed, bytes).await?;
    let metrics = &service.metrics;
    metrics.items(Item::wrong_client_state, delivery.wrong_client_state);
    metrics.items(Item::misplaced, delivery.misplaced);
    metrics.items(Item::bad_signature, delivery.bad_signature);
    metrics.items(Item::unopened, delivery.unopened);
    metrics.items(Item::unproven, delivery.unproven);
    if delivery.items.is_empty() {
        return Ok(Delivery::accepted);
    }
    let begun = Instant::now();
    let received = service.clock.now();
    let accepted = service
        .store
        .accept(&feed.id, received, delivery.items)
        .await;
    service
        .metrics
        .storing
        .observe(begun.elapsed().as_secs_f64());
    match accepted.map_err(|error| unavailable(service, &error))? {
        Acceptance::UnknownFeed => Err(Delivery::unknown_feed),
        Acceptance::Stored { new, duplicates } => {
            service.metrics.items(Item::stored, new);
            service.metrics.items(Item::duplicate, duplicates);
            Ok(Delivery::accepted)
        }
    }
}

/// What stands in a body; contents are opened on a thread that others don't wait for.
///
/// Only what came to the tenant's feeds is opened: a user with a feed could have the relay read
/// what somebody else was sent.
async fn read(
    service: &Service,
    kind: Kind,
    feed: &Feed,
    body: Bytes,
) -> Result<delivery::Delivery, Delivery> {
    let state = feed.state;
    let keys = service.contents.as_ref();
    let delivery = match keys.filter(|_| feed.audience == Audience::Tenant) {
        None => delivery::read(&body, kind, &state, None),
        Some(keys) => {
            let keys = Arc::clone(keys);
            let sender = sender(service, &body).await?;
            let read = move || {
                let opening = Opening {
                    keys: &keys,
                    sender,
                };
                delivery::read(&body, kind, &state, Some(opening))
            };
            let reading = tokio::task::spawn_blocking(read).await;
            reading.map_err(|_| Delivery::unavailable)?
        }
    };
    delivery.map_err(|_| Delivery::broken)
}

/// Graph's deliveries have one for each app and tenant that they are for.
const MOST_TOKENS: usize = 8;

/// Whether a delivery's validation tokens, all of them, say that it is Graph's.
async fn sender(service: &Service, body: &[u8]) -> Result<Sender, Delivery> {
    let tokens = delivery::validation_tokens(body);
    if tokens.is_empty() || tokens.len() > MOST_TOKENS {
        return Ok(Sender::Unproven);
    }
    for token in &tokens {
        match service.tokens.publisher(token).await {
            Ok(()) => {}
            // Graph tries again, and it is not lost
            Err(Refusal::keys_unreachable) => return Err(Delivery::unavailable),
            Err(reason) => {
                service.metrics.refusal(reason);
                return Ok(Sender::Unproven);
            }
        }
    }
    Ok(Sender::Graph)
}

/// The body, unless it is too large or doesn't arrive.
async fn collect(body: Body) -> Result<Bytes, Delivery> {
    let limited = http_body_util::Limited::new(body, LARGEST);
    let collected = tokio::time::timeout(BODY_PATIENCE, limited.collect()).await;
    match collected {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => {
            Err(Delivery::too_large)
        }
        Ok(Err(_)) | Err(_) => Err(Delivery::broken),
    }
}

/// Reads a body without keeping it, so that its sender gets to read the answer.
async fn pour_away(mut body: Body) {
    let mut left = 16 * LARGEST;
    let pouring = async {
        while let Some(Ok(frame)) = body.frame().await {
            left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len));
            if left == 0 {
                return;
            }
        }
    };
    // whoever takes longer is hung up on
    let _ = tokio::time::timeout(Duration::from_secs(2), pouring).await;
}

fn respond(answer: Delivery) -> Response {
    match answer {
        Delivery::accepted | Delivery::handshake => StatusCode::ACCEPTED.into_response(),
        Delivery::unknown_feed => problem(Problem::NotFound, "there is no such feed"),
        Delivery::too_large => problem(Problem::TooLarge, "a delivery is 1 MiB at most"),
        Delivery::broken => problem(Problem::Malformed, "not a collection of notifications"),
        Delivery::unavailable => problem(Problem::Unavailable, "not stored, try again"),
        Delivery::limited => problem(Problem::TooMany, "too many calls from this address"),
    }
}
