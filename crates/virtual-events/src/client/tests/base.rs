//! Which services the token may go to.

use crate::{GraphBase, GraphBaseError};

#[test]
fn a_base_is_an_origin_over_https_or_on_this_machine() {
    for origin in [
        "https://graph.microsoft.com",
        "https://graph.microsoft.com/",
        "HTTPS://Graph.Microsoft.Com",
        "https://graph.example:8443",
        "http://localhost:8082",
        "http://127.0.0.1:8082",
        "http://[::1]:8082",
    ] {
        assert!(GraphBase::new(origin).is_ok(), "{origin}");
    }
    let trimmed = GraphBase::new("https://Graph.Microsoft.com/").unwrap();
    assert_eq!(trimmed, GraphBase::global());
}

#[test]
fn anything_else_is_refused() {
    for (origin, why) in [
        ("http://graph.microsoft.com", GraphBaseError::NotSecure),
        ("http://127.0.0.1.evil.example", GraphBaseError::NotSecure),
        ("ftp://graph.microsoft.com", GraphBaseError::NotSecure),
        ("graph.microsoft.com", GraphBaseError::NotAnOrigin),
        ("https://", GraphBaseError::NotAnOrigin),
        (
            "https://user@graph.microsoft.com",
            GraphBaseError::NotAnOrigin,
        ),
        (
            "https://graph.microsoft.com/v1.0",
            GraphBaseError::NotAnOrigin,
        ),
        ("https://graph.microsoft.com?x", GraphBaseError::NotAnOrigin),
        (
            "https://graph.microsoft.com:70000",
            GraphBaseError::NotAnOrigin,
        ),
    ] {
        assert_eq!(GraphBase::new(origin), Err(why), "{origin}");
    }
}

#[test]
fn only_links_on_the_very_origin_are_its_own() {
    let base = GraphBase::new("https://graph.test:8082").unwrap();
    assert_eq!(
        base.path_of("https://Graph.Test:8082/v1.0/me"),
        Some("/v1.0/me")
    );
    for link in [
        "https://graph.test:80820/v1.0/me",
        "https://graph.test:8082.evil.example/v1.0/me",
        "https://graph.test:8082@evil.example/v1.0/me",
        "https://evil.example/v1.0/me",
        "http://graph.test:8082/v1.0/me",
        "//graph.test:8082/v1.0/me",
        "/v1.0/me",
        "https://graph.test:8082",
    ] {
        assert_eq!(base.path_of(link), None, "{link}");
    }
}
