//! The `Date` header of Graph: by the emulator's clock, and for scripts to read on request only.

use axum::http::header::{ACCESS_CONTROL_EXPOSE_HEADERS, DATE};
use axum::http::{HeaderMap, HeaderValue};

use super::Origin;
use crate::world::Shared;

/// Says when the answer was given, unless a fault says something else; put on after CORS.
pub(super) fn stamp(origin: Origin, shared: &Shared, answer: &mut HeaderMap) {
    if origin != Origin::Graph {
        return;
    }
    let (now, exposed) = {
        let world = shared.world();
        (world.now(), world.settings.expose_date)
    };
    // RFC 9110, section 5.6.7: always in GMT, in English.
    let text = now.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(value) = HeaderValue::from_str(&text) {
        answer.entry(DATE).or_insert(value);
    }
    let names = answer
        .get(ACCESS_CONTROL_EXPOSE_HEADERS)
        .filter(|_| exposed)
        .and_then(|names| names.to_str().ok())
        .and_then(|names| HeaderValue::from_str(&format!("{names}, Date")).ok());
    if let Some(names) = names {
        answer.insert(ACCESS_CONTROL_EXPOSE_HEADERS, names);
    }
}
