//! Files of the built folder, and the app's page for its own addresses.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::percent_decode_str;
use ring::digest::{SHA256, digest};

use super::{encoding, names};
use crate::world::Shared;

const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
<title>The app isn't here</title><h1>The app isn't here</h1><p>Build it first, then start the \
emulator with <code>--dist</code> and the folder of the build.</p></html>";

/// A file, the app's page, or 404.
pub(super) async fn file(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        let allow = [(ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let Some(dist) = &shared.config.dist else {
        return not_built();
    };
    let Some(place) = find(dist, uri.path()) else {
        return (StatusCode::NOT_FOUND, "Not found\n").into_response();
    };
    let accepted = headers
        .get(ACCEPT_ENCODING)
        .and_then(|accepted| accepted.to_str().ok())
        .unwrap_or_default();
    let (path, coding) = encoding::best(&place, accepted);
    match tokio::fs::read(&path).await {
        Ok(bytes) => answer(&place, coding, bytes, &headers),
        Err(_) if place.ends_with("index.html") => not_built(),
        Err(_) => (StatusCode::NOT_FOUND, "Not found\n").into_response(),
    }
}

fn not_built() -> Response {
    let html = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
    ];
    (StatusCode::NOT_FOUND, html, NOT_BUILT).into_response()
}

/// The file a path means: itself, or the app's page for a path that names no file.
fn find(dist: &Path, path: &str) -> Option<PathBuf> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let mut place = dist.to_owned();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        // Nothing may lead out of the folder, on any system.
        if part.contains(['\\', ':', '\0']) || part.starts_with('.') {
            return None;
        }
        place.push(part);
    }
    if place.is_file() {
        return Some(place);
    }
    // The bridge's folder must answer with its own pages or not at all: the app's page there
    // would swallow a sign-in.
    let is_auth = decoded.starts_with("/auth/") || decoded == "/auth";
    // An event's id ends an address of the app, and may hold a dot.
    let last = decoded.rsplit('/').next().unwrap_or_default();
    let names_a_file = last.rsplit_once('.').is_some_and(|(_, extension)| {
        (1..=11).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    (!is_auth && !names_a_file).then(|| dist.join("index.html"))
}

fn answer(
    place: &Path,
    coding: Option<&'static str>,
    bytes: Vec<u8>,
    asked: &HeaderMap,
) -> Response {
    let hash = URL_SAFE_NO_PAD.encode(&digest(&SHA256, &bytes).as_ref()[..12]);
    let tag = format!("\"{hash}\"");
    let known = asked.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let fresh = known.is_some_and(|tags| tags.split(',').any(|known| known.trim() == tag));
    let mut response = if fresh {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(bytes))
    };
    let headers = response.headers_mut();
    let put = HeaderValue::from_static;
    headers.insert(CONTENT_TYPE, put(names::media_type(place)));
    headers.insert(CACHE_CONTROL, put(names::cache_control(place)));
    headers.insert(X_CONTENT_TYPE_OPTIONS, put("nosniff"));
    headers.insert(VARY, put("Accept-Encoding"));
    if let Some(coding) = coding {
        headers.insert(CONTENT_ENCODING, put(coding));
    }
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_out_of_the_folder_find_nothing() {
        let dist = Path::new("/nowhere/dist");
        for path in [
            "/../secret",
            "/%2e%2e/secret",
            "/.git/config",
            "/a%5C..%5Cb",
        ] {
            let found = find(dist, path);
            assert!(
                found.is_none() || found == Some(dist.join("index.html")),
                "{path}: {found:?}"
            );
        }
        assert_eq!(find(dist, "/%2e%2e/secret"), None);
    }

    #[test]
    fn addresses_of_the_app_get_its_page_and_the_bridge_folder_does_not() {
        let dist = Path::new("/nowhere/dist");
        let page = Some(dist.join("index.html"));
        assert_eq!(find(dist, "/"), page);
        assert_eq!(
            find(dist, "/townhalls/0c7d4d1e-1111@11111111-2222/edit"),
            page
        );
        assert_eq!(find(dist, "/auth/bridge.html"), None);
        assert_eq!(find(dist, "/auth/anything"), None);
        assert_eq!(find(dist, "/missing.js"), None);
    }
}
