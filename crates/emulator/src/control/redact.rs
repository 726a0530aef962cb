//! What the journal must not keep: tokens, codes, verifiers.

use serde_json::Value;

use crate::wire::{Form, encode};

/// Parameters that are as good as a password while they live, or that betray one.
const SECRET: [&str; 10] = [
    "code",
    "code_verifier",
    "refresh_token",
    "access_token",
    "id_token",
    "id_token_hint",
    "client_info",
    "client_secret",
    "assertion",
    "client_assertion",
];

const REDACTED: &str = "[redacted]";

/// A query, fragment or form without its secrets, encoded again.
pub(super) fn pairs(text: &str) -> String {
    let form = Form::parse(text.as_bytes());
    encode(form.pairs().map(|(name, value)| (name, shown(name, value))))
}

/// The value of a parameter as the journal may show it.
pub(super) fn shown<'v>(name: &str, value: &'v str) -> &'v str {
    if SECRET.contains(&name) {
        REDACTED
    } else {
        value
    }
}

/// An address whose query and fragment are without secrets.
pub(super) fn address(text: &str) -> String {
    let (rest, fragment) = match text.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (text, None),
    };
    let mut shown = match rest.split_once('?') {
        Some((path, query)) => format!("{path}?{}", pairs(query)),
        None => rest.to_owned(),
    };
    if let Some(fragment) = fragment {
        shown.push('#');
        shown.push_str(&pairs(fragment));
    }
    shown
}

/// Properties of bodies that are secrets between subscriber and service.
const SECRET_PROPERTIES: [&str; 2] = ["clientState", "webPushEncryptionSecret"];

/// A body without its secrets.
pub(crate) fn body(mut body: Value) -> Value {
    for name in SECRET_PROPERTIES {
        if let Some(value) = body.get_mut(name).filter(|value| value.is_string()) {
            *value = REDACTED.into();
        }
    }
    body
}

/// An `Authorization` header: its scheme, and that there was something.
pub(super) fn authorization(text: &str) -> String {
    match text.split_once(' ') {
        Some((scheme, _)) => format!("{scheme} {REDACTED}"),
        None => REDACTED.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_its_parameters_but_not_the_code() {
        let shown = address("http://localhost:1/auth/bridge.html#code=abc&state=r.1");
        assert_eq!(
            shown,
            "http://localhost:1/auth/bridge.html#code=%5Bredacted%5D&state=r.1"
        );
        assert_eq!(authorization("Bearer abc.def"), "Bearer [redacted]");
    }
}
