//! Graph, as far as virtual events need it.
//!
//! Written from the reference pages: each file names the pages it plays. Requests come in one
//! by one or in a batch; either way they are a [`call::Call`] and end as a [`reply::Reply`].

mod actions;
mod answer;
mod attendance;
mod attendance_record;
mod batch;
mod batched;
mod body;
mod call;
mod changes;
mod configuration;
mod create;
mod events;
mod fields;
mod http;
mod identity;
mod mail;
mod paging;
mod people;
mod photo;
mod presenters;
mod questions;
mod registrations;
mod render;
mod reply;
mod route;
mod search;
mod sessions;
mod shape;
mod subscriptions;
mod throttle;
mod times;
mod update;
mod visit;

use std::sync::Arc;

use axum::Router;
use axum::routing::any;

pub(crate) use reply::error_body_of_fault;
pub(crate) use sessions::join_url;
pub(crate) use throttle::Throttle;

use crate::world::Shared;

/// Everything Graph's origin answers.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new().fallback(any(http::exchange))
}
