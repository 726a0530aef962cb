//! `GET /feed`: notifications as server-sent events (HTML standard, section 9.2).

mod frame;
mod hub;
mod reader;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Router, response::Result};
use futures_util::StreamExt as _;

pub(crate) use hub::Hub;

use self::reader::Reader;
use crate::http::{Problem, problem, refuse, store_failed};
use crate::notification::{Position, PositionError};
use crate::service::Service;

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/feed", get(listen))
}

async fn listen(
    State(service): State<Arc<Service>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response> {
    let caller = service.tokens.caller(&headers).await;
    let caller = caller.map_err(|refusal| refuse(&service, refusal))?;
    let after = after(&headers, query.as_deref().unwrap_or_default());
    let after = after.map_err(|_| problem(Problem::Malformed, "not the id of an event"))?;
    // subscribed first: nothing can be stored between what is read and what is heard
    let subscription = service.hub.subscribe(&caller.audiences());
    let Some(subscription) = subscription else {
        return Ok(problem(Problem::TooMany, "too many streams of this user"));
    };
    let extent = service.store.extent().await;
    let extent = extent.map_err(|error| store_failed(&service, &error))?;
    let reader = Reader::new(Arc::clone(&service), &caller, subscription, after, extent);
    let events = futures_util::stream::unfold(reader, |mut reader| async {
        let bytes = reader.next().await?;
        Some((Ok::<_, std::convert::Infallible>(bytes), reader))
    });
    let headers = [
        (CONTENT_TYPE, "text/event-stream"),
        (CACHE_CONTROL, "no-store"),
        // nginx would hold small events back
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((StatusCode::OK, headers, Body::from_stream(events.fuse())).into_response())
}

/// From where on: the header of a browser that comes back, else the query.
fn after(headers: &HeaderMap, query: &str) -> std::result::Result<Option<Position>, PositionError> {
    let header = headers.get("last-event-id").map(|value| value.to_str());
    let text = match header {
        Some(Ok(text)) => Some(text.to_owned()),
        Some(Err(_)) => Some("?".to_owned()),
        None => form_urlencoded::parse(query.as_bytes())
            .find(|(name, _)| name == "after")
            .map(|(_, text)| text.into_owned()),
    };
    match text {
        None => Ok(None),
        Some(text) if text.is_empty() => Ok(None),
        Some(text) => text.parse().map(Some),
    }
}
