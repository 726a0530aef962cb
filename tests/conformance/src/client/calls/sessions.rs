//! Calls on sessions.

use virtual_events::{SessionId, Sessions};

use super::served::{Call, Served};
use crate::client::address::Segment;

/// Serves `…/sessions` and `…/sessions/{id}`.
pub(super) async fn serve(call: &Call<'_>, sessions: &Sessions, tail: &[Segment]) -> Served {
    match (call.method, tail) {
        _ if call.has_query() => Served::Unserved,
        ("GET", []) => Served::page(sessions.list()).await,
        ("GET", [id]) => Served::one(sessions.get(&SessionId::from(id.name.as_str())).await),
        _ => Served::Unserved,
    }
}
