//! Reading the claims out of a JWT.

use crate::account::{Account, AccountKey};
use crate::error::ProtocolFault;
use crate::time::UnixTime;
use crate::wire::base64url;
use crate::wire::json::{self, Fields};
use serde_json::Value;

/// The longest ID token read, in bytes.
const LIMIT: usize = 64 * 1024;

/// Characters of a display text that are kept.
const TEXT_LIMIT: usize = 256;

/// The claims of an ID token, not yet believed.
#[derive(Debug)]
pub(crate) struct Claims(Value);

impl Claims {
    /// Decodes a JWT of version 2.0.
    pub(crate) fn decode(token: &str) -> Result<Self, ProtocolFault> {
        let malformed = ProtocolFault::IdTokenMalformed;
        if token.len() > LIMIT {
            return Err(malformed);
        }
        let mut parts = token.split('.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(malformed);
        };
        base64url::decode(header)
            .filter(|_| base64url::decode(signature).is_some())
            .ok_or(malformed)?;
        let payload = base64url::decode(payload).ok_or(malformed)?;
        let claims = Self(json::object(&payload).ok_or(malformed)?);
        match claims.text("ver") {
            Some("2.0") => Ok(claims),
            _ => Err(malformed),
        }
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        Fields::of(&self.0).text(name)
    }

    pub(crate) fn time(&self, name: &str) -> Option<UnixTime> {
        Fields::of(&self.0).whole(name).map(UnixTime)
    }

    /// Whether the token is for this client and for nobody else.
    pub(crate) fn is_for(&self, client_id: &str) -> bool {
        let own = |value: &Value| {
            value
                .as_str()
                .is_some_and(|audience| audience.eq_ignore_ascii_case(client_id))
        };
        match Fields::of(&self.0).get("aud") {
            Some(Value::Array(audiences)) => !audiences.is_empty() && audiences.iter().all(own),
            Some(audience) => own(audience),
            None => false,
        }
    }

    /// What identifies the account.
    pub(crate) fn key(&self) -> Result<AccountKey, ProtocolFault> {
        match (self.text("tid"), self.text("oid")) {
            (Some(tenant), Some(object)) if !tenant.is_empty() && !object.is_empty() => {
                Ok(AccountKey::new(tenant, object))
            }
            _ => Err(ProtocolFault::IdTokenMalformed),
        }
    }

    /// The account as far as the claims describe it.
    pub(crate) fn account(&self) -> Result<Account, ProtocolFault> {
        let key = self.key()?;
        let display = |name: &str| {
            let text: String = self.text(name)?.trim().chars().take(TEXT_LIMIT).collect();
            Some(text).filter(|text| !text.is_empty())
        };
        let username = display("preferred_username").or_else(|| display("upn"));
        Ok(Account {
            name: display("name")
                .or_else(|| username.clone())
                .unwrap_or_else(|| key.object_id.clone()),
            username: username.unwrap_or_default(),
            login_hint: self.text("login_hint").map(str::to_owned),
            session_id: self.text("sid").map(str::to_owned),
            key,
        })
    }
}

#[cfg(test)]
pub(super) fn jwt(claims: &Value) -> String {
    [
        base64url::encode(br#"{"alg":"RS256","typ":"JWT"}"#),
        base64url::encode(claims.to_string().as_bytes()),
        base64url::encode(b"signature"),
    ]
    .join(".")
}

#[cfg(test)]
mod tests {
    use super::{Claims, LIMIT, jwt};
    use crate::error::ProtocolFault;
    use crate::wire::base64url;
    use serde_json::json;

    #[test]
    fn case_30_malformed_tokens_are_refused() {
        let good = jwt(&json!({"ver": "2.0"}));
        assert!(Claims::decode(&good).is_ok());
        let (head, _) = good.rsplit_once('.').unwrap();
        let nested = format!("{}{}", "[".repeat(500), "]".repeat(500));
        for token in [
            String::new(),
            head.to_owned(),
            format!("{good}.more"),
            "*.e30.AA".to_owned(),
            "e30.*.AA".to_owned(),
            "e30.e30.*".to_owned(),
            format!("e30.{}.AA", base64url::encode(b"not json")),
            format!("e30.{}.AA", base64url::encode(b"[]")),
            format!("e30.{}.AA", base64url::encode(nested.as_bytes())),
            format!(
                "e30.{}.AA",
                base64url::encode(format!("{{\"a\":{nested}}}").as_bytes())
            ),
            format!("e30.{}.AA", base64url::encode(&[0xff, 0xfe])),
            "a".repeat(1_000_000),
            "a".repeat(LIMIT + 1),
            jwt(&json!({})),
            jwt(&json!({"ver": "1.0"})),
            jwt(&json!({"ver": 2.0})),
        ] {
            let refused = Claims::decode(&token).unwrap_err();
            assert_eq!(refused, ProtocolFault::IdTokenMalformed);
        }
    }

    #[test]
    fn case_32_missing_optional_claims_fall_back() {
        let account = |claims| Claims::decode(&jwt(&claims)).unwrap().account();
        let ids = json!({"ver": "2.0", "tid": "T", "oid": "O"});

        let bare = account(ids.clone()).unwrap();
        assert_eq!((bare.name.as_str(), bare.username.as_str()), ("o", ""));

        let mut named = ids.clone();
        named["preferred_username"] = json!("ana@contoso.test");
        assert_eq!(account(named.clone()).unwrap().name, "ana@contoso.test");
        named["name"] = json!("  ");
        assert_eq!(account(named.clone()).unwrap().name, "ana@contoso.test");
        named["name"] = json!("Ana Ruiz");
        assert_eq!(account(named).unwrap().name, "Ana Ruiz");

        let mut odd = ids;
        odd["name"] = json!(["Ana"]);
        odd["sid"] = json!(7);
        assert_eq!(account(odd).unwrap().name, "o");

        for missing in [
            json!({"ver": "2.0", "tid": "T"}),
            json!({"ver": "2.0", "oid": "", "tid": "T"}),
        ] {
            assert_eq!(
                account(missing).unwrap_err(),
                ProtocolFault::IdTokenMalformed
            );
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use super::Claims;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_decoded_or_refused(token in "[A-Za-z0-9._=*-]{0,120}") {
            let _ = Claims::decode(&token);
        }
    }
}
