//! `POST /events`: what somebody else makes of an event.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::routes::{Answer, Refused, read};
use crate::subscriptions::{Change, What};
use crate::tenant::Body;
use crate::world::Shared;

/// What somebody else makes of an event, at once and without anybody's token.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventChange {
    id: String,
    title: Option<String>,
    html: Option<String>,
}

/// Changes title and description, and tells those who subscribed.
pub(super) async fn change(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: EventChange = read(&body)?;
    let mut world = shared.world();
    let event = world
        .tenant
        .events
        .get_mut(&wish.id)
        .ok_or_else(|| Refused(format!("no event {:?}", wish.id)))?;
    let (kind, session) = (event.kind, event.session.clone());
    if let Some(title) = wish.title {
        event.title = title;
    }
    if let Some(content) = wish.html {
        event.description = Some(Body {
            content_type: "html".to_owned(),
            content,
        });
    }
    let changes = std::iter::once(What::Edited).chain(session.map(What::SessionEdited));
    for what in changes {
        let event = wish.id.clone();
        world.announce(&Change { kind, event, what });
    }
    Ok(Json(json!({})))
}
