//! `/tenant/subscriptions`: users with the role hand subscriptions over to the relay.

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

use super::record::{Contents, Origin, Record, Wish};
use super::resource::{ChangeTypes, Resource};
use super::roster;
use super::trouble::Trouble;
use crate::http::{Problem, problem, store_failed};
use crate::service::Service;
use crate::store::{Deletion, Standing};
use crate::tenant::admitted;

/// How long a call may take, with its body's arrival.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/tenant/subscriptions", get(list).post(hand_over))
        .route("/tenant/subscriptions/{id}", delete(end))
        .layer(DefaultBodyLimit::max(16 * 1024))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    resource: String,
    change_type: String,
    #[serde(default)]
    include_resource_data: bool,
}

/// A subscription in the list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'r> {
    id: &'r str,
    resource: &'r str,
    change_type: &'r str,
    include_resource_data: bool,
    /// `configuration`, `user` or `event`.
    origin: &'static str,
    state: Condition,
    created_date_time: Timestamp,
    /// Graph's id of it.
    subscription_id: Option<&'r str>,
    expiration_date_time: Option<Timestamp>,
    renewed_date_time: Option<Timestamp>,
    /// When the relay does something about it next.
    next_date_time: Option<Timestamp>,
    last_error: Option<&'r Trouble>,
}

/// How a subscription stands, in a word.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Condition {
    /// The relay has not come to it yet.
    Starting,
    Active,
    /// It is there, and its renewal failed.
    Renewing,
    /// It isn't there; the relay tries again.
    Failing,
    /// It is being deleted.
    Ending,
}

fn line(record: &Record, now: Timestamp) -> Line<'_> {
    let state = &record.state;
    let lives = state.subscription.is_some() && state.expires.is_some_and(|end| end > now);
    let condition = match (record.standing, lives, &state.trouble) {
        (Standing::Ending, ..) => Condition::Ending,
        (_, true, None) => Condition::Active,
        (_, true, Some(_)) => Condition::Renewing,
        (_, false, None) => Condition::Starting,
        (_, false, Some(_)) => Condition::Failing,
    };
    Line {
        id: &record.id,
        resource: record.wish.resource.as_str(),
        change_type: record.wish.change_types.as_str(),
        include_resource_data: record.wish.contents == Contents::Encrypted,
        origin: match record.wish.origin {
            Origin::Configured => "configuration",
            Origin::User(_) => "user",
            Origin::Event { .. } => "event",
        },
        state: condition,
        created_date_time: record.created,
        subscription_id: state.subscription.as_deref(),
        expiration_date_time: state.expires,
        renewed_date_time: state.renewed,
        next_date_time: state.next,
        last_error: state.trouble.as_ref(),
    }
}

async fn records(service: &Service) -> Result<Vec<Record>> {
    let entries = service.store.entries().await;
    let entries = entries.map_err(|error| store_failed(service, &error))?;
    Ok(entries.into_iter().filter_map(Record::read).collect())
}

async fn list(State(service): State<Arc<Service>>, headers: HeaderMap) -> Result<Response> {
    admitted(&service, &headers).await?;
    let records = records(&service).await?;
    let now = service.clock.now();
    let value: Vec<_> = records.iter().map(|record| line(record, now)).collect();
    Ok(Json(serde_json::json!({ "value": value })).into_response())
}

async fn hand_over(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let (caller, _) = admitted(&service, &headers).await?;
    let user = caller.user.as_str().to_owned();
    let wish = wish(&service, &body, user).map_err(|why| problem(Problem::Malformed, why))?;
    let now = service.clock.now();
    // a second wish for the same would be refused by Graph: there is one for all
    let before = records(&service).await?;
    let same = before.iter().find(|record| {
        record.standing == Standing::Wanted && record.wish.resource == wish.resource
    });
    if let Some(same) = same {
        return match same.wish.change_types == wish.change_types
            && same.wish.contents == wish.contents
        {
            true => Ok(Json(line(same, now)).into_response()),
            false => Ok(problem(
                Problem::Conflict,
                "the relay holds a subscription to it with other change types or contents",
            )),
        };
    }
    let entered = roster::enter(&service, &wish, now).await;
    let entered = entered.map_err(|error| store_failed(&service, &error))?;
    let Some(id) = entered else {
        return Ok(problem(
            Problem::Conflict,
            "the relay holds as many as it can",
        ));
    };
    tracing::info!(held = id, "a subscription is handed over");
    service.bell.notify_one();
    let record = Record {
        id,
        created: now,
        wish,
        standing: Standing::Wanted,
        state: super::record::State::default(),
    };
    Ok((StatusCode::CREATED, Json(line(&record, now))).into_response())
}

/// What is asked for, if it can be had; else why not.
fn wish(service: &Service, body: &[u8], user: String) -> std::result::Result<Wish, &'static str> {
    let asked: Asked = serde_json::from_slice(body).map_err(
        |_| "the body has to be {\"resource\", \"changeType\", \"includeResourceData\"?}",
    )?;
    let resource = Resource::try_from(asked.resource)
        .map_err(|_| "not a resource of virtual events that can be subscribed to")?;
    let change_types = ChangeTypes::read(&asked.change_type, &resource)
        .ok_or("the resource doesn't have these change types")?;
    let contents = match asked.include_resource_data {
        true if !resource.has_contents() => {
            return Err("the resource's notifications have no contents");
        }
        true if service.contents.is_none() => {
            return Err("this relay has no certificate for contents");
        }
        true => Contents::Encrypted,
        false => Contents::None,
    };
    Ok(Wish {
        resource,
        change_types,
        contents,
        origin: Origin::User(user),
    })
}

async fn end(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    admitted(&service, &headers).await?;
    let unknown = || problem(Problem::NotFound, "the relay holds no such subscription");
    let all = records(&service).await?;
    let record = all.iter().find(|record| record.id == id);
    let record = record.ok_or_else(unknown)?;
    if record.wish.origin == Origin::Configured {
        let message = "this one stands in the relay's configuration";
        return Ok(problem(Problem::Conflict, message));
    }
    let ended = service.store.end(&id).await;
    match ended.map_err(|error| store_failed(&service, &error))? {
        Deletion::Unknown => Ok(unknown()),
        Deletion::Done => {
            service.bell.notify_one();
            Ok(StatusCode::NO_CONTENT.into_response())
        }
    }
}
