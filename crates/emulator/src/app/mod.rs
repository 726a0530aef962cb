//! The static host of the built app: files, the right headers, and a `config.json` of its own.

mod config_json;
mod encoding;
mod files;
mod names;

use std::sync::Arc;

use axum::Router;
use axum::routing::{any, get};

use crate::world::Shared;

/// Everything the app's origin answers.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/config.json", get(config_json::config))
        .fallback(any(files::file))
}
