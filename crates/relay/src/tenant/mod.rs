//! Tenant mode: reads that Graph allows to apps only, for users with the role for all events.
//!
//! Source: Graph's pages "List townHalls", "List webinars" and `getByUserIdAndRole`.

mod app_token;
mod credential;
mod error;
mod graph;
mod subscriptions;

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response, Result};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

pub(crate) use self::error::GraphError;
pub(crate) use self::graph::Graph;
pub(crate) use self::subscriptions::Remote;

use crate::http::{Problem, problem, refuse};
use crate::service::Service;
use crate::tokens::{Caller, Reach};

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/tenant/{kind}", get(all))
        .route("/tenant/{kind}/by-user", get(by_user))
}

/// The collections that can be asked for.
fn collection(kind: &str) -> Option<&'static str> {
    match kind {
        "townhalls" => Some("/v1.0/solutions/virtualEvents/townhalls"),
        "webinars" => Some("/v1.0/solutions/virtualEvents/webinars"),
        _ => None,
    }
}

async fn all(
    State(service): State<Arc<Service>>,
    Path(kind): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    let path = collection(&kind).ok_or_else(nothing_here)?;
    read(&service, &headers, path.to_owned()).await
}

async fn by_user(
    State(service): State<Arc<Service>>,
    Path(kind): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response> {
    let path = collection(&kind).ok_or_else(nothing_here)?;
    let query = query.unwrap_or_default();
    let named = |name: &str| {
        form_urlencoded::parse(query.as_bytes())
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    };
    let (user, role) = (named("userId"), named("role"));
    // both stand between quotes in a path: nothing else may come in by them
    let is_id = (1..=64).contains(&user.len())
        && user
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_id || !matches!(role.as_str(), "organizer" | "coOrganizer") {
        let message = "userId has to be an object id, role organizer or coOrganizer";
        return Err(problem(Problem::Malformed, message).into());
    }
    let function = [
        path,
        "/getByUserIdAndRole(userId='",
        &user,
        "',role='",
        &role,
        "')",
    ];
    read(&service, &headers, function.concat()).await
}

fn nothing_here() -> Response {
    problem(Problem::NotFound, "there is nothing here")
}

/// The caller, who has the role, and Graph, if the relay may call it.
pub(crate) async fn admitted<'s>(
    service: &'s Service,
    headers: &HeaderMap,
) -> Result<(Caller, &'s Graph)> {
    let caller = service.tokens.caller(headers).await;
    let caller = caller.map_err(|refusal| refuse(service, refusal))?;
    if caller.reach != Reach::Tenant {
        let message = "this is for users with the role for all events";
        return Err(problem(Problem::Forbidden, message).into());
    }
    match &service.graph {
        Some(graph) => Ok((caller, graph)),
        None => {
            let message = "this relay has no credentials for Graph";
            Err(problem(Problem::NotFound, message).into())
        }
    }
}

async fn read(service: &Service, headers: &HeaderMap, path: String) -> Result<Response> {
    let (_, graph) = admitted(service, headers).await?;
    match graph.all_pages(&path).await {
        Ok(value) => Ok(Json(json!({ "value": value })).into_response()),
        Err(error) => {
            tracing::warn!(error = %error, "Graph did not answer as wanted");
            Ok(error.into_response())
        }
    }
}
