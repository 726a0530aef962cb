//! Whether the claims may be believed.

use super::Claims;
use crate::config::AuthConfig;
use crate::error::ProtocolFault;
use crate::time::UnixTime;

/// How far this device's clock may be off, in seconds.
const TOLERANCE_S: i64 = 10 * 60;

/// From this difference on the user should hear about it, in seconds.
const SKEW_WORTH_TELLING_S: i64 = 5 * 60;

/// What an ID token is checked against. Source: OpenID Connect Core 3.1.3.7; Entra "ID tokens".
pub(crate) struct Expected<'a> {
    pub(crate) config: &'a AuthConfig,
    /// The nonce sent; a renewal has none.
    pub(crate) nonce: Option<&'a str>,
    /// The `iss` parameter of the redirect, if it had one (RFC 9207).
    pub(crate) redirect_issuer: Option<&'a str>,
    pub(crate) now: UnixTime,
}

impl Expected<'_> {
    /// Checks audience, tenant, issuer, nonce and expiry.
    pub(crate) fn check(&self, claims: &Claims) -> Result<(), ProtocolFault> {
        if !claims.is_for(&self.config.client_id) {
            return Err(ProtocolFault::Audience);
        }
        let tenant = claims.key()?.tenant;
        if !self.config.admits(&tenant) {
            return Err(ProtocolFault::Tenant);
        }
        let issuer = self.config.authority.issuer_of(&tenant);
        if claims.text("iss") != Some(&issuer) {
            return Err(ProtocolFault::IdTokenIssuer);
        }
        if self.redirect_issuer.is_some_and(|named| named != issuer) {
            return Err(ProtocolFault::IssuerMismatch);
        }
        if self.nonce.is_some() && claims.text("nonce") != self.nonce {
            return Err(ProtocolFault::Nonce);
        }
        match claims.time("exp") {
            Some(expiry) if self.now.since(expiry) <= TOLERANCE_S => Ok(()),
            Some(_) => Err(ProtocolFault::IdTokenExpired),
            None => Err(ProtocolFault::IdTokenMalformed),
        }
    }
}

/// Seconds by which this device's clock seems to be ahead of the service's (negative: behind), when
/// it is worth telling: times shown relative to "now" would be wrong as well.
///
/// `asked` and `answered` are when the request for the token left and when the answer came; the
/// token was issued somewhere between.
pub(crate) fn skew(claims: &Claims, asked: UnixTime, answered: UnixTime) -> Option<i64> {
    let midpoint = asked.plus(answered.since(asked) / 2);
    let ahead = midpoint.since(claims.time("iat")?);
    (ahead.abs() > SKEW_WORTH_TELLING_S).then_some(ahead)
}

#[cfg(test)]
mod tests {
    use super::super::claims::jwt;
    use super::{Claims, Expected, skew};
    use crate::authority::Authority;
    use crate::cloud::Cloud;
    use crate::config::AuthConfig;
    use crate::error::ProtocolFault;
    use crate::time::UnixTime;
    use serde_json::{Value, json};

    const TENANT: &str = "7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";
    const OTHER: &str = "00000000-0000-4000-8000-000000000001";
    const CONSUMERS: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";
    const NOW: UnixTime = UnixTime(1_800_000_000);

    fn config(tenant: &str) -> AuthConfig {
        let authority = Authority::parse(Cloud::Global, tenant, None).unwrap();
        AuthConfig::new(
            "client",
            authority,
            "https://app.test/auth/bridge.html",
            "https://app.test/",
        )
    }

    fn issuer(tenant: &str) -> String {
        format!("https://login.microsoftonline.com/{tenant}/v2.0")
    }

    /// The outcome for a good token with some claims replaced; `null` takes one away.
    fn outcome(config: &AuthConfig, changes: &Value) -> Result<(), ProtocolFault> {
        let mut claims = json!({
            "ver": "2.0", "aud": "client", "iss": issuer(TENANT), "tid": TENANT, "oid": "o",
            "nonce": "n", "exp": NOW.0 + 3600, "iat": NOW.0,
        });
        for (name, value) in changes.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let claims = Claims::decode(&jwt(&claims)).unwrap();
        Expected {
            config,
            nonce: Some("n"),
            redirect_issuer: None,
            now: NOW,
        }
        .check(&claims)
    }

    #[test]
    fn case_29_each_claim_is_checked() {
        use ProtocolFault::{
            Audience, IdTokenExpired, IdTokenIssuer, IdTokenMalformed, Nonce, Tenant,
        };
        let pinned = config(TENANT);
        for (changes, expected) in [
            (json!({}), Ok(())),
            (json!({"nonce": null}), Err(Nonce)),
            (json!({"nonce": "other"}), Err(Nonce)),
            (json!({"aud": "other"}), Err(Audience)),
            (json!({"aud": null}), Err(Audience)),
            (json!({"aud": ["client"]}), Ok(())),
            (json!({"aud": ["client", "other"]}), Err(Audience)),
            (json!({"aud": []}), Err(Audience)),
            (json!({"iss": issuer(OTHER)}), Err(IdTokenIssuer)),
            (json!({"iss": "https://evil.test/v2.0"}), Err(IdTokenIssuer)),
            (json!({"iss": issuer("{tenantid}")}), Err(IdTokenIssuer)),
            (json!({"iss": null}), Err(IdTokenIssuer)),
            (json!({"tid": OTHER, "iss": issuer(OTHER)}), Err(Tenant)),
            (
                json!({"tid": CONSUMERS, "iss": issuer(CONSUMERS)}),
                Err(Tenant),
            ),
            (json!({"exp": NOW.0 - 5 * 60}), Ok(())),
            (json!({"exp": NOW.0 - 20 * 60}), Err(IdTokenExpired)),
            (json!({"exp": null}), Err(IdTokenMalformed)),
            (json!({"iat": NOW.0 + 3600}), Ok(())),
            (json!({"tid": null}), Err(IdTokenMalformed)),
        ] {
            assert_eq!(outcome(&pinned, &changes), expected, "{changes}");
        }
    }

    #[test]
    fn case_29_any_organization_but_not_personal_accounts() {
        let mut any = config("organizations");
        let theirs = |tenant: &str| json!({"tid": tenant, "iss": issuer(tenant)});

        assert_eq!(outcome(&any, &theirs(OTHER)), Ok(()));
        assert_eq!(
            outcome(&any, &theirs(CONSUMERS)),
            Err(ProtocolFault::Tenant)
        );

        any.allowed_tenants = vec![TENANT.to_uppercase()];
        assert_eq!(outcome(&any, &theirs(TENANT)), Ok(()));
        assert_eq!(outcome(&any, &theirs(OTHER)), Err(ProtocolFault::Tenant));
    }

    #[test]
    fn case_29_a_wrong_clock_is_noticed_and_not_punished() {
        let issued = |iat: i64| Claims::decode(&jwt(&json!({"ver": "2.0", "iat": iat}))).unwrap();

        assert_eq!(skew(&issued(NOW.0), NOW, NOW.plus(4)), None);
        assert_eq!(skew(&issued(NOW.0 + 3_602), NOW, NOW.plus(4)), Some(-3_600));
        assert_eq!(skew(&issued(NOW.0 - 598), NOW, NOW.plus(4)), Some(600));
    }
}
