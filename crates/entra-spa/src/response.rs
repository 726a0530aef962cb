//! The answer in the redirect's fragment.

use crate::error::{ProtocolFault, ServiceError};
use crate::secret::Secret;
use crate::wire::form;

/// Parameters that may come once only; a doubled one could mean different things to two readers.
const SINGLE: [&str; 4] = ["code", "state", "error", "iss"];

/// What a text found in a fragment is.
#[derive(Debug)]
pub(crate) enum Redirected {
    /// Not an answer: a route of the app, or anything else.
    NotAResponse,
    /// An answer that can be looked into.
    Response(RedirectResponse),
    /// Something that wants to be an answer and breaks the rules.
    Malformed(ProtocolFault),
}

/// An answer with its `state`, not yet matched to a request.
#[derive(Debug)]
pub(crate) struct RedirectResponse {
    pub(crate) state: String,
    pub(crate) issuer: Option<String>,
    pub(crate) outcome: Outcome,
}

/// What the answer brings.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An authorization code.
    Code(Secret<String>),
    /// An error. Not to be shown before its `state` is matched: anybody can make such a link.
    Refused(Box<ServiceError>),
}

impl Redirected {
    /// Reads a fragment (or a query, by way of precaution) with or without its first character.
    ///
    /// Only a flat list `name=value&…` with `state` and one of `code` and `error` is an answer, so
    /// that routes such as `#/events?code=12` are left alone. Source: RFC 6749 section 4.1.2;
    /// OAuth 2.0 Multiple Response Types section 2.1; RFC 9207.
    pub(crate) fn read(text: &str) -> Self {
        let text = text.strip_prefix(['#', '?']).unwrap_or(text);
        let flat = text.split('&').all(|pair| {
            !pair
                .split('=')
                .next()
                .unwrap_or(pair)
                .contains(['/', '?', '#', ' '])
        });
        let pairs: Vec<_> = form::pairs(text).collect();
        let find = |name: &str| {
            pairs
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, value)| value)
        };
        let (code, error) = (find("code"), find("error"));
        let Some(state) = find("state").filter(|_| flat && (code.is_some() || error.is_some()))
        else {
            return Self::NotAResponse;
        };
        let doubled = SINGLE
            .iter()
            .any(|name| pairs.iter().filter(|(own, _)| own == name).count() > 1);
        let outcome = match (code, error) {
            (Some(code), None) if !code.is_empty() => {
                Some(Outcome::Code(Secret::new(code.clone())))
            }
            (None, Some(_)) => {
                ServiceError::from_form(text).map(|error| Outcome::Refused(Box::new(error)))
            }
            _ => None,
        };
        match outcome {
            Some(outcome) if !doubled && !state.is_empty() => Self::Response(RedirectResponse {
                state: state.clone(),
                issuer: find("iss").cloned(),
                outcome,
            }),
            _ => Self::Malformed(ProtocolFault::ResponseMalformed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Redirected};

    fn code(text: &str) -> Option<(String, String)> {
        match Redirected::read(text) {
            Redirected::Response(response) => match response.outcome {
                Outcome::Code(code) => Some((response.state, code.into_exposed())),
                Outcome::Refused(_) => None,
            },
            _ => None,
        }
    }

    #[test]
    fn case_10_an_ordinary_success_in_any_order_and_encoding() {
        for text in [
            "#code=a%2Bb+c&state=r.id&session_state=s&client_info=x",
            "state=r.id&code=a%2bb%20c",
            "?session_state=s&state=r%2eid&foo&code=a%2Bb+c",
        ] {
            assert_eq!(
                code(text),
                Some(("r.id".to_owned(), "a+b c".to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn case_11_app_routes_are_not_responses() {
        for text in [
            "#/a?code=1",
            "#/a?code=1&state=x",
            "#code-of-conduct",
            "#state=x",
            "#code=1",
            "#error=x",
            "#/events/code=1&state=x",
            "#a b=1&code=1&state=x",
            "",
            "#",
            "#&&==",
        ] {
            assert!(
                matches!(Redirected::read(text), Redirected::NotAResponse),
                "{text}"
            );
        }
    }

    #[test]
    fn case_12_contradictions_are_refused() {
        for text in [
            "code=1&error=x&state=s",
            "code=1&state=s&state=s",
            "code=1&code=1&state=s",
            "code=1&state=s&%73tate=t",
            "error=x&error=y&state=s",
            "code=1&state=s&iss=a&iss=a",
            "code=&state=s",
            "code=1&state=",
            "error=&state=s",
        ] {
            assert!(
                matches!(Redirected::read(text), Redirected::Malformed(_)),
                "{text}"
            );
        }
    }

    #[test]
    fn an_error_is_read_with_its_state() {
        let text = "error=access_denied&error_description=AADSTS65004%3a+no&state=r.id";

        let Redirected::Response(response) = Redirected::read(text) else {
            panic!("an answer");
        };

        assert_eq!(response.state, "r.id");
        assert!(matches!(response.outcome, Outcome::Refused(error) if error.codes == [65004]));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use super::Redirected;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in ".{0,200}") {
            let _ = Redirected::read(&text);
        }
    }
}
