//! Which other origins may read an answer.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, ORIGIN, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::Origin;
use crate::running::Ports;

/// What Graph lets scripts read beside the simple headers.
const EXPOSED: &str = "ETag, Location, Preference-Applied, Content-Range, request-id, \
    client-request-id, ReadWriteConsistencyToken, Retry-After, SdkVersion, WWW-Authenticate, \
    x-ms-client-gcc-tenant, Link, deprecation, sunset";

/// Whether the request only asks what would be allowed.
pub(super) fn is_preflight(method: &Method, headers: &HeaderMap) -> bool {
    method == Method::OPTIONS
        && headers.contains_key(ORIGIN)
        && headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

/// The answer to a preflight.
pub(super) fn preflight(origin: Origin, path: &str, asked: &HeaderMap, ports: &Ports) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let Some(allowed) = allowed_origin(origin, path, asked, ports) else {
        // Without the headers the browser refuses the request; the status says why to a reader.
        *response.status_mut() = StatusCode::FORBIDDEN;
        return response;
    };
    let wanted = asked.get(ACCESS_CONTROL_REQUEST_HEADERS).cloned();
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
    let methods = match origin {
        Origin::Entra => "GET, POST, OPTIONS",
        _ => "GET, POST, PATCH, PUT, DELETE, OPTIONS",
    };
    headers.insert(
        ACCESS_CONTROL_ALLOW_METHODS,
        HeaderValue::from_static(methods),
    );
    match origin {
        // Entra's token endpoint takes no headers of one's own.
        Origin::Entra => {
            let simple = HeaderValue::from_static("content-type");
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, simple);
        }
        _ => {
            if let Some(wanted) = wanted {
                headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, wanted);
            }
            headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("3600"));
        }
    }
    headers.append(VARY, HeaderValue::from_static("Origin"));
    response
}

/// Adds what lets the asking page read the answer.
pub(super) fn allow(
    origin: Origin,
    path: &str,
    asked: &HeaderMap,
    ports: &Ports,
    answer: &mut HeaderMap,
) {
    let Some(allowed) = allowed_origin(origin, path, asked, ports) else {
        return;
    };
    answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
    if origin == Origin::Graph {
        answer.insert(
            ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static(EXPOSED),
        );
    } else {
        answer.append(VARY, HeaderValue::from_static("Origin"));
    }
}

fn allowed_origin(
    origin: Origin,
    path: &str,
    asked: &HeaderMap,
    ports: &Ports,
) -> Option<HeaderValue> {
    let asking = asked.get(ORIGIN)?;
    let text = asking.to_str().ok()?;
    let any = || Some(HeaderValue::from_static("*"));
    match origin {
        Origin::App => None,
        Origin::Graph => any(),
        Origin::Control => is_loopback(text).then(|| asking.clone()),
        // The documents are for everybody, tokens for the registered SPA origin alone.
        Origin::Entra if path.ends_with("/token") => {
            (text == ports.base(Origin::App)).then(|| asking.clone())
        }
        Origin::Entra if path.contains("/discovery/") || path.contains("/.well-known/") => any(),
        Origin::Entra => None,
    }
}

fn is_loopback(origin: &str) -> bool {
    let Some(host) = origin.strip_prefix("http://") else {
        return false;
    };
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn only_pages_of_this_machine_may_use_the_control_port() {
        for here in [
            "http://localhost:8080",
            "http://127.0.0.1:1",
            "http://localhost",
            "http://[::1]:9",
        ] {
            assert!(is_loopback(here), "{here}");
        }
        for there in [
            "https://example.org",
            "http://localhost.example.org:80",
            "null",
        ] {
            assert!(!is_loopback(there), "{there}");
        }
    }
}
