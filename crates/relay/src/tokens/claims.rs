//! What has to stand in a token.

use jiff::Timestamp;
use serde::Deserialize;

use super::{Caller, LEEWAY, Reach};
use crate::config::Trust;
use crate::feed::UserId;
use crate::metrics::Refusal;

/// The claims of an access token v2 that are looked at.
///
/// Source: Microsoft identity platform, access token claims reference.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Claims {
    aud: String,
    iss: String,
    tid: String,
    /// Seconds since 1970, as `nbf` is.
    exp: i64,
    nbf: Option<i64>,
    #[serde(default)]
    oid: String,
    /// Delegated permissions, with spaces between them. Tokens of apps have none.
    #[serde(default)]
    scp: String,
    #[serde(default)]
    roles: Vec<String>,
    /// The app that the token was issued to.
    #[serde(default)]
    azp: String,
}

/// Graph's service for change notifications, as an app.
const PUBLISHER: &str = "0bf30f3b-4a52-48df-9a82-234910c4a086";

/// Graph tries a delivery again for so many seconds, perhaps with the token that it had at first.
const TRIED_AGAIN_S: i64 = 4 * 60 * 60;

/// Whether the token was issued to Graph's service for change notifications, for this relay.
///
/// One that has ended holds for as long as Graph tries again: what was made while the relay was
/// away must not be lost by that.
///
/// Source: Graph's page "Set up change notifications that include resource data".
pub(super) fn check_publisher(
    claims: &Claims,
    trust: &Trust,
    now: Timestamp,
) -> Result<(), Refusal> {
    check_token(claims, trust, now, TRIED_AGAIN_S)?;
    match claims.azp.eq_ignore_ascii_case(PUBLISHER) {
        true => Ok(()),
        false => Err(Refusal::user),
    }
}

/// What every token has to say: for whom, by whom, when, and that its end is not longer ago than
/// this.
fn check_token(
    claims: &Claims,
    trust: &Trust,
    now: Timestamp,
    after_end_s: i64,
) -> Result<(), Refusal> {
    let app_uri = ["api://", &trust.app_id].concat();
    if !claims.aud.eq_ignore_ascii_case(&trust.app_id) && !claims.aud.eq_ignore_ascii_case(&app_uri)
    {
        return Err(Refusal::audience);
    }
    if !claims.tid.eq_ignore_ascii_case(&trust.tenant) {
        return Err(Refusal::tenant);
    }
    let issuer = [&trust.authority, "/", &trust.tenant, "/v2.0"].concat();
    if claims.iss != issuer {
        return Err(Refusal::issuer);
    }
    let leeway = LEEWAY.as_secs().cast_signed();
    let second = now.as_second();
    if claims.exp.saturating_add(leeway.max(after_end_s)) <= second {
        return Err(Refusal::expired);
    }
    if claims
        .nbf
        .is_some_and(|from| from.saturating_sub(leeway) > second)
    {
        return Err(Refusal::not_yet);
    }
    Ok(())
}

/// The caller, if everything is as it has to be.
pub(super) fn check(claims: &Claims, trust: &Trust, now: Timestamp) -> Result<Caller, Refusal> {
    check_token(claims, trust, now, 0)?;
    // a time beyond all calendars is none
    let expires = Timestamp::from_second(claims.exp).map_err(|_| Refusal::malformed)?;
    if claims.oid.is_empty() || claims.oid.len() > 64 {
        return Err(Refusal::user);
    }
    if !claims.scp.split(' ').any(|scope| scope == trust.scope) {
        return Err(Refusal::scope);
    }
    let reach = match claims.roles.contains(&trust.role) {
        true => Reach::Tenant,
        false => Reach::Own,
    };
    Ok(Caller {
        user: UserId::new(claims.oid.to_ascii_lowercase()),
        reach,
        expires,
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde_json::{Value, json};

    use super::{check, check_publisher};
    use crate::config::Trust;
    use crate::metrics::Refusal;
    use crate::tokens::Reach;

    const NOW: i64 = 1_800_000_000;

    fn trust() -> Trust {
        Trust {
            tenant: "tenant".to_owned(),
            app_id: "app".to_owned(),
            authority: "https://login.example".to_owned(),
            scope: "Feed.Read".to_owned(),
            role: "Feed.Read.All".to_owned(),
        }
    }

    fn checked(change: &Value) -> Result<super::Caller, Refusal> {
        let mut claims = json!({
            "aud": "app", "iss": "https://login.example/tenant/v2.0", "tid": "tenant",
            "exp": NOW + 3_600, "nbf": NOW, "oid": "ANA", "scp": "email Feed.Read",
        });
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let claims = serde_json::from_value(claims).map_err(|_| Refusal::malformed)?;
        check(&claims, &trust(), Timestamp::from_second(NOW).unwrap())
    }

    #[test]
    fn a_good_token_names_its_user() {
        let caller = checked(&json!({})).unwrap();
        assert_eq!((caller.user.as_str(), caller.reach), ("ana", Reach::Own));
        let caller = checked(&json!({ "aud": "api://app", "roles": ["Feed.Read.All"] })).unwrap();
        assert_eq!(caller.reach, Reach::Tenant);
    }

    #[test]
    fn each_claim_is_looked_at() {
        for (change, refusal) in [
            (json!({ "aud": "other" }), Refusal::audience),
            (json!({ "aud": ["app"] }), Refusal::malformed),
            (
                json!({ "iss": "https://login.example/tenant/v1.0" }),
                Refusal::issuer,
            ),
            (
                json!({ "iss": "https://evil.example/tenant/v2.0" }),
                Refusal::issuer,
            ),
            (json!({ "tid": "other" }), Refusal::tenant),
            (json!({ "exp": NOW - 60 }), Refusal::expired),
            (json!({ "exp": i64::MAX }), Refusal::malformed),
            (json!({ "nbf": NOW + 61 }), Refusal::not_yet),
            (json!({ "oid": "" }), Refusal::user),
            (json!({ "scp": "Feed.Read.All" }), Refusal::scope),
            (json!({ "scp": "" }), Refusal::scope),
        ] {
            assert_eq!(checked(&change), Err(refusal), "{change}");
        }
    }

    #[test]
    fn graph_is_known_by_its_app_and_no_user_passes_for_it() {
        let checked = |azp: &str, exp: i64| {
            let claims = json!({
                "aud": "app", "iss": "https://login.example/tenant/v2.0", "tid": "tenant",
                "exp": exp, "azp": azp, "oid": "ana", "scp": "Feed.Read",
            });
            let claims = serde_json::from_value(claims).unwrap();
            check_publisher(&claims, &trust(), Timestamp::from_second(NOW).unwrap())
        };
        assert_eq!(checked(super::PUBLISHER, NOW + 60), Ok(()));
        assert_eq!(checked("the app", NOW + 60), Err(Refusal::user));
        let (tried_again, too_late) = (NOW - 14_399, NOW - 14_400);
        assert_eq!(checked(super::PUBLISHER, tried_again), Ok(()));
        assert_eq!(checked(super::PUBLISHER, too_late), Err(Refusal::expired));
    }

    #[test]
    fn the_clocks_may_differ_by_a_minute() {
        assert!(checked(&json!({ "exp": NOW - 59 })).is_ok());
        assert!(checked(&json!({ "nbf": NOW + 60 })).is_ok());
    }
}
