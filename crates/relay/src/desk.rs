//! `/feeds`: users make feeds, see theirs, delete them.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response, Result};
use axum::routing::{delete, get};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tower_http::timeout::TimeoutLayer;

use crate::feed::{Audience, Feed, FeedId, StateHash};
use crate::http::{Problem, problem, refuse, store_failed};
use crate::random;
use crate::service::Service;
use crate::store::{Creation, Deletion};

/// How long a call may take, with its body's arrival.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a label may have, in characters.
const LONGEST_LABEL: usize = 200;

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/feeds", get(list).post(create))
        .route("/feeds/{feed}", delete(remove))
        .layer(DefaultBodyLimit::max(16 * 1024))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ))
}

#[derive(Deserialize)]
struct Wish {
    label: String,
}

/// A new feed, as it is told once: the client state is not kept.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Made<'a> {
    id: &'a str,
    label: &'a str,
    notification_url: String,
    lifecycle_notification_url: String,
    client_state: &'a str,
    created_date_time: Timestamp,
}

/// A feed in the list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    id: String,
    label: String,
    created_date_time: Timestamp,
    last_notification_date_time: Option<Timestamp>,
}

#[derive(Serialize)]
struct Lines {
    value: Vec<Line>,
}

async fn create(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let audience = own(&service, &headers).await?;
    let wish: Wish = serde_json::from_slice(&body)
        .map_err(|_| problem(Problem::Malformed, "the body has to be {\"label\": text}"))?;
    let label = wish.label.trim();
    if label.chars().count() > LONGEST_LABEL || label.chars().any(char::is_control) {
        let message = "a label is one line of 200 characters at most";
        return Err(problem(Problem::Malformed, message).into());
    }
    let no_chance = || problem(Problem::Unavailable, "this machine gives no random numbers");
    let id = FeedId::random().ok_or_else(no_chance)?;
    let client_state = random::text::<32>().ok_or_else(no_chance)?;
    // whole milliseconds, as the stores keep it
    let created = Timestamp::from_millisecond(service.clock.now().as_millisecond());
    let created = created.unwrap_or_default();
    let feed = Feed {
        id: id.clone(),
        audience,
        label: label.to_owned(),
        state: StateHash::of(&client_state),
        created,
        last_notification: None,
    };
    let most = service.config.limits.feeds_per_user;
    let creation = service.store.create_feed(feed, most).await;
    match creation.map_err(|error| store_failed(&service, &error))? {
        Creation::TooMany => Ok(problem(Problem::TooManyFeeds, "delete a feed first")),
        Creation::Done => {
            tracing::info!(feed = id.as_str(), "a feed is made");
            let url = |path: &str| [&service.config.public_url, path, id.as_str()].concat();
            let made = Made {
                id: id.as_str(),
                label,
                notification_url: url("/notify/"),
                lifecycle_notification_url: url("/lifecycle/"),
                client_state: &client_state,
                created_date_time: created,
            };
            Ok((StatusCode::CREATED, Json(made)).into_response())
        }
    }
}

async fn list(State(service): State<Arc<Service>>, headers: HeaderMap) -> Result<Response> {
    let audience = own(&service, &headers).await?;
    let feeds = service.store.feeds_of(&audience).await;
    let feeds = feeds.map_err(|error| store_failed(&service, &error))?;
    let line = |feed: Feed| Line {
        id: feed.id.as_str().to_owned(),
        label: feed.label,
        created_date_time: feed.created,
        last_notification_date_time: feed.last_notification,
    };
    let value = feeds.into_iter().map(line).collect();
    Ok(Json(Lines { value }).into_response())
}

async fn remove(
    State(service): State<Arc<Service>>,
    Path(feed): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    let audience = own(&service, &headers).await?;
    let unknown = || problem(Problem::NotFound, "there is no such feed of yours");
    let feed: FeedId = feed.parse().map_err(|_| unknown())?;
    let deletion = service.store.delete_feed(&audience, &feed).await;
    match deletion.map_err(|error| store_failed(&service, &error))? {
        Deletion::Unknown => Ok(unknown()),
        Deletion::Done => {
            tracing::info!(feed = feed.as_str(), "a feed is deleted");
            Ok(StatusCode::NO_CONTENT.into_response())
        }
    }
}

/// The user who asks, as an audience.
async fn own(service: &Service, headers: &HeaderMap) -> Result<Audience> {
    let caller = service.tokens.caller(headers).await;
    let caller = caller.map_err(|refusal| refuse(service, refusal))?;
    Ok(Audience::User(caller.user))
}
