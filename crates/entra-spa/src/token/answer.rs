//! A successful answer of the token endpoint.

use crate::error::{AuthError, ProtocolFault, ServiceError};
use crate::scope::ScopeSet;
use crate::secret::Secret;
use crate::time::{UnixTime, Uptime};
use crate::wire::json::{self, Fields};

/// The longest life of an access token that is believed: 28 hours, what Entra gives to clients that
/// can handle a revocation.
const MAX_LIFE_S: i64 = 28 * 3_600;

/// When the request for a token set started and how long it took.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked {
    /// Wall clock at the start; expiries count from here, so they are early and never late.
    pub(crate) at: UnixTime,
    /// Uptime at the start.
    pub(crate) uptime: Uptime,
    /// Wall clock at the answer.
    pub(crate) answered_at: UnixTime,
}

/// Tokens with what is known about them. Source: Entra "Authorization code flow", successful
/// response; RFC 6749 section 5.1.
#[derive(Debug)]
pub(crate) struct TokenSet {
    /// Opaque: never parsed, never shown.
    pub(crate) access_token: Secret<String>,
    /// Seconds the access token is good for, counted from `asked`; 0 when the service didn't say.
    pub(crate) expires_in: i64,
    /// Seconds after which to renew in the background; only when it is earlier than the expiry.
    pub(crate) refresh_in: Option<i64>,
    /// What was really granted; what was asked for when the service doesn't say.
    pub(crate) granted: ScopeSet,
    /// The next refresh token, if there is a new one.
    pub(crate) refresh_token: Option<Secret<String>>,
    /// Seconds left of the refresh token's fixed 24 hours.
    pub(crate) refresh_expires_in: Option<i64>,
    /// The ID token, not yet checked.
    pub(crate) id_token: Option<Secret<String>>,
    /// When it was asked for.
    pub(crate) asked: Asked,
}

impl TokenSet {
    /// Reads an answer with status 200; `scopes` are those asked for.
    ///
    /// Lenient where services differ (numbers as strings, unknown fields), strict where it matters.
    pub(crate) fn read(
        body: &[u8],
        scopes: &ScopeSet,
        graph_origin: &str,
        asked: Asked,
    ) -> Result<Self, AuthError> {
        // a page of a captive portal lands here too; its text is thrown away unread
        let value = json::object(body).ok_or(ProtocolFault::AnswerUnreadable(200))?;
        if let Some(error) = ServiceError::from_json(&value) {
            return Err(AuthError::from_service(error, scopes));
        }
        let fields = Fields::of(&value);
        let secret = |name: &str| fields.owned(name).filter(|text| !text.is_empty());
        let access_token = secret("access_token").ok_or(ProtocolFault::AccessTokenMissing)?;
        match fields.text("token_type") {
            Some(kind) if kind.eq_ignore_ascii_case("bearer") => {}
            _ => return Err(ProtocolFault::TokenType.into()),
        }
        let expires_in = fields.whole("expires_in").unwrap_or(0).clamp(0, MAX_LIFE_S);
        Ok(Self {
            access_token: Secret::new(access_token),
            expires_in,
            refresh_in: fields
                .whole("refresh_in")
                .filter(|after| (1..expires_in).contains(after)),
            granted: match fields.text("scope") {
                Some(granted) => ScopeSet::from_wire(granted, graph_origin),
                None => scopes.clone(),
            },
            refresh_token: secret("refresh_token").map(Secret::new),
            refresh_expires_in: fields
                .whole("refresh_token_expires_in")
                .filter(|left| *left >= 0),
            id_token: secret("id_token").map(Secret::new),
            asked,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, MAX_LIFE_S, TokenSet};
    use crate::error::{AuthError, ErrorClass, ProtocolFault};
    use crate::scope::ScopeSet;
    use serde_json::{Value, json};

    fn read(body: &[u8]) -> Result<TokenSet, AuthError> {
        let asked = ScopeSet::new(["openid", "User.Read"]);
        TokenSet::read(
            body,
            &asked,
            "https://graph.microsoft.com",
            Asked::default(),
        )
    }

    fn with(changes: Value) -> Result<TokenSet, AuthError> {
        let mut body = json!({"token_type": "Bearer", "access_token": "at", "expires_in": 3599});
        let (Some(body), Value::Object(changes)) = (body.as_object_mut(), changes) else {
            panic!("objects");
        };
        body.extend(changes);
        body.retain(|_, value| !value.is_null());
        read(&serde_json::to_vec(body).unwrap())
    }

    #[test]
    fn case_20_lifetimes_in_every_form() {
        for (sent, life) in [
            (json!(3599), 3599),
            (json!("3599"), 3599),
            (json!(null), 0),
            (json!(-5), 0),
            (json!(1e18), MAX_LIFE_S),
            (json!("soon"), 0),
            (json!([1]), 0),
        ] {
            let set = with(json!({"expires_in": sent, "ext_expires_in": 9, "foci": "1"})).unwrap();
            assert_eq!(set.expires_in, life, "{sent}");
        }
        for (sent, after) in [
            (json!(1800), Some(1800)),
            (json!("1800"), Some(1800)),
            (json!(4000), None),
            (json!(0), None),
        ] {
            assert_eq!(with(json!({"refresh_in": sent})).unwrap().refresh_in, after);
        }
    }

    #[test]
    fn case_21_only_bearer_tokens() {
        for kind in ["Bearer", "bearer", "BEARER"] {
            assert!(with(json!({"token_type": kind})).is_ok());
        }
        for kind in [json!("pop"), json!(null), json!(""), json!(1)] {
            assert_eq!(
                with(json!({"token_type": kind})).unwrap_err(),
                AuthError::Protocol(ProtocolFault::TokenType)
            );
        }
    }

    #[test]
    fn case_22_what_was_granted_is_what_the_service_says() {
        let fewer = with(json!({"scope": "openid"})).unwrap();
        let silent = with(json!({})).unwrap();

        assert!(!fewer.granted.contains("User.Read"));
        assert!(silent.granted.contains("User.Read"), "RFC 6749 section 5.1");
    }

    #[test]
    fn case_23_bodies_that_are_no_token_set() {
        for body in [
            "<html>sign in to the hotel</html>",
            "",
            "{\"access_token\":\"at\"",
            "[]",
            "null",
        ] {
            assert_eq!(
                read(body.as_bytes()).unwrap_err(),
                AuthError::Protocol(ProtocolFault::AnswerUnreadable(200)),
                "{body}"
            );
        }
        assert_eq!(
            with(json!({"access_token": null})).unwrap_err(),
            AuthError::Protocol(ProtocolFault::AccessTokenMissing)
        );
        let refused = read(br#"{"error":"invalid_grant"}"#).unwrap_err();
        assert_eq!(refused.class(), ErrorClass::GrantInvalid);
    }
}
