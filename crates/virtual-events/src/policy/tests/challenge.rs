//! `WWW-Authenticate` in all its spellings.

use http::{HeaderMap, HeaderValue, header::WWW_AUTHENTICATE};
use proptest::prelude::*;

use crate::policy::{claims_challenge, read_claims};

const JSON: &str = r#"{"access_token":{"acrs":{"value":"c1?>"}}}"#;
/// The same in base64, standard alphabet.
const STANDARD: &str = "eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJ2YWx1ZSI6ImMxPz4ifX19";

#[test]
fn claims_are_found_wherever_they_stand() {
    for header in [
        format!("Bearer claims=\"{STANDARD}\""),
        format!("bearer realm=\"\", error=\"insufficient_claims\", claims=\"{STANDARD}\""),
        format!("BEARER claims={STANDARD} , realm=x"),
        format!("Bearer realm=\"a, claims=\\\"no\\\"\", Claims = \"{STANDARD}\""),
        format!(
            "Negotiate abc==, Bearer authorization_uri=\"https://x/?a=b,c\", claims=\"{STANDARD}\""
        ),
        format!("PoP nonce=\"1\", Bearer realm=\"x\", unknown=1, claims=\"{STANDARD}\""),
    ] {
        assert_eq!(read_claims(&header).as_deref(), Some(JSON), "{header}");
    }
}

#[test]
fn both_alphabets_and_missing_padding_are_read() {
    let object = |encoded: &str| read_claims(&format!("Bearer claims=\"{encoded}\""));
    assert_eq!(
        object("eyJhIjoiw7_DvyJ9").as_deref(),
        Some("{\"a\":\"ÿÿ\"}")
    );
    assert_eq!(
        object("eyJhIjoiw7/DvyJ9").as_deref(),
        Some("{\"a\":\"ÿÿ\"}")
    );
    assert_eq!(object("eyJhIjoxfQ==").as_deref(), Some("{\"a\":1}"));
    assert_eq!(object("eyJhIjoxfQ").as_deref(), Some("{\"a\":1}"));
}

#[test]
fn what_is_no_claims_challenge_is_passed_over() {
    let huge = format!("Bearer claims=\"{}\"", "e".repeat(20_000));
    for header in [
        "",
        "Bearer",
        "Bearer realm=\"\"",
        "Bearer claims=\"\"",
        "Bearer claims=\"!!\"",
        "Bearer claims=\"WzFd\"", // a list, not an object
        "Basic claims=\"eyJhIjoxfQ==\"",
        "Bearer error=\"x",
        &huge,
    ] {
        assert_eq!(read_claims(header), None, "{header:.60}");
    }
}

#[test]
fn several_headers_are_searched() {
    let mut headers = HeaderMap::new();
    headers.append(WWW_AUTHENTICATE, HeaderValue::from_static("Negotiate"));
    let bearer = format!("Bearer claims=\"{STANDARD}\"");
    headers.append(WWW_AUTHENTICATE, HeaderValue::try_from(bearer).unwrap());
    assert_eq!(claims_challenge(&headers).as_deref(), Some(JSON));
}

proptest! {
    #[test]
    fn no_header_makes_the_parser_panic_or_loop(header in "[ -~]{0,80}", odd in "[\",=\\\\ a]{0,40}") {
        let _ = read_claims(&header);
        let _ = read_claims(&odd);
        let _ = read_claims(&format!("Bearer {odd}, claims=\"{header}\""));
    }
}
