//! Errors say what happened and keep private things to themselves.

use http::StatusCode;
use serde_json::json;

use super::{Error, ErrorKind, RequestIds, ServiceError};
use crate::{RequestProblem, TokenError, TransportError};

fn service(status: u16) -> Error {
    let status = StatusCode::from_u16(status).unwrap();
    Error::Service(Box::new(ServiceError::new(
        status,
        None,
        None,
        RequestIds::default(),
    )))
}

#[test]
fn kinds_follow_what_a_screen_does() {
    let lost = |error| Error::Transport {
        error,
        ids: RequestIds::default(),
    };
    for (error, kind) in [
        (service(400), ErrorKind::Invalid),
        (service(401), ErrorKind::SignInRequired),
        (service(403), ErrorKind::Forbidden),
        (service(404), ErrorKind::NotFound),
        (service(409), ErrorKind::Conflict),
        (service(429), ErrorKind::Throttled),
        (service(503), ErrorKind::Unavailable),
        (service(302), ErrorKind::UnexpectedAnswer),
        (lost(TransportError::Network), ErrorKind::Offline),
        (lost(TransportError::Timeout), ErrorKind::Timeout),
        (
            TokenError::ConsentRequired { scopes: vec![] }.into(),
            ErrorKind::ConsentRequired,
        ),
        (RequestProblem::LinkLoop.into(), ErrorKind::UnexpectedAnswer),
    ] {
        assert_eq!(error.kind(), kind, "{error}");
    }
}

#[test]
fn only_a_lost_or_failed_answer_leaves_the_effect_open() {
    assert!(service(504).may_have_happened());
    assert!(!service(429).may_have_happened());
    assert!(!service(400).may_have_happened());
    let not_sent = TransportError::NotSent("no such host".to_owned());
    assert!(!not_sent.may_have_happened() && TransportError::Network.may_have_happened());
}

#[test]
fn an_error_answer_is_read_with_its_inner_codes_and_cut_to_size() {
    let body = json!({"error": {
        "code": "Forbidden", "message": "x".repeat(5_000),
        "innerError": {"code": "MeetingPolicy", "request-id": "r-1", "innerError": {"code": "deep"}},
    }});
    let error = ServiceError::new(
        StatusCode::FORBIDDEN,
        Some(&body),
        None,
        RequestIds::default(),
    );
    assert_eq!(error.code.as_deref(), Some("Forbidden"));
    assert_eq!(error.inner_codes, ["MeetingPolicy", "deep"]);
    assert_eq!(error.message.map(|message| message.len()), Some(400));
    assert_eq!(error.ids.request_id.as_deref(), Some("r-1"));
}
