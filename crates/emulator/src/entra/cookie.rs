//! The cookie that keeps somebody signed in at Entra.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use super::issued::Session;
use crate::world::{Shared, World};

/// Cookies don't keep ports apart, so each emulator has a name of its own.
fn name(shared: &Shared) -> String {
    format!("demo_sign_in_{}", shared.ports.entra)
}

/// The cookie's text, when the browser sent one.
pub(super) fn of(shared: &Shared, headers: &HeaderMap) -> Option<String> {
    let name = name(shared);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then(|| value.to_owned())
        })
}

/// The session of the browser that asks.
pub(super) fn session(shared: &Shared, world: &World, headers: &HeaderMap) -> Option<Session> {
    world.issued.session(&of(shared, headers)?).cloned()
}

/// Puts the cookie into the browser.
pub(super) fn set(shared: &Shared, response: &mut Response, text: &str) {
    put(
        response,
        &format!("{}={text}; Path=/; HttpOnly; SameSite=Lax", name(shared)),
    );
}

/// Takes it out again.
pub(super) fn clear(shared: &Shared, response: &mut Response) {
    put(
        response,
        &format!(
            "{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
            name(shared)
        ),
    );
}

fn put(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}
