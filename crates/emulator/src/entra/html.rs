//! The frame of Entra's pages: plain, readable in light and dark, and saying that it's a demo.

use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, X_FRAME_OPTIONS,
};
use axum::response::{IntoResponse as _, Response};

const STYLE: &str = include_str!("page.css");

/// Text as it may stand in a page or in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// A whole page around `content`, which is HTML already.
pub(super) fn page(status: StatusCode, title: &str, content: &str) -> Response {
    let title = escape(title);
    let organization = escape(crate::tenant::ORGANIZATION);
    let text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} · demo sign-in</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <p class=\"from\">{organization}</p>\n<h1>{title}</h1>\n{content}\n</main>\n\
         <footer><p>This is a demo sign-in. It runs on this computer, asks for no password and \
         knows nobody.</p></footer>\n</body>\n</html>\n"
    );
    let mut response = (status, text).into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    guard(&mut response);
    response
}

/// What keeps Entra's pages out of frames and away from their opener.
pub(super) fn guard(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(
        HeaderName::from_static("referrer-policy"),
        HeaderValue::from_static("strict-origin-when-cross-origin"),
    );
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_state_or_hint_from_outside_stays_text() {
        assert_eq!(escape("<b a='1\">&"), "&lt;b a=&#39;1&quot;&gt;&amp;");
    }
}
