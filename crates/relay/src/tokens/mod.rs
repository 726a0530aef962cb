//! Who is asking: access tokens that Entra issued for the relay's own app.

mod claims;
mod fetch;
mod jwt;
mod keys;

use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use jiff::Timestamp;

use crate::clock::Clock;
use crate::config::Trust;
use crate::feed::{Audience, UserId};
use crate::metrics::Refusal;
use crate::outbound::Outbound;

/// A user whose token holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller {
    pub(crate) user: UserId,
    /// Whether the user may hear all events of the tenant.
    pub(crate) reach: Reach,
    /// When the token ends.
    pub(crate) expires: Timestamp,
}

/// What a caller may hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The feeds that the user made.
    Own,
    /// Those, and the tenant's.
    Tenant,
}

impl Caller {
    /// Whom the caller hears as.
    pub(crate) fn audiences(&self) -> Vec<Audience> {
        let mut audiences = vec![Audience::User(self.user.clone())];
        if self.reach == Reach::Tenant {
            audiences.push(Audience::Tenant);
        }
        audiences
    }
}

/// How far the clocks of Entra and this machine may differ.
const LEEWAY: Duration = Duration::from_secs(60);

/// Checks tokens against what is trusted.
#[derive(Debug)]
pub(crate) struct Tokens {
    trust: Trust,
    keys: keys::Keys,
    clock: Arc<dyn Clock>,
}

impl Tokens {
    pub(crate) fn new(
        trust: Trust,
        outbound: Outbound,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, fetch::FetchError> {
        let path = ["/", &trust.tenant, "/discovery/v2.0/keys"];
        let address = [&*trust.authority, &path.concat()].concat();
        Ok(Self {
            keys: keys::Keys::new(fetch::Fetch::new(outbound, &address)?),
            trust,
            clock,
        })
    }

    /// The caller of a request (RFC 6750, section 2.1).
    pub(crate) async fn caller(&self, headers: &HeaderMap) -> Result<Caller, Refusal> {
        let mut given = headers.get_all(AUTHORIZATION).iter();
        let (Some(header), None) = (given.next(), given.next()) else {
            return Err(Refusal::missing);
        };
        let text = header.to_str().map_err(|_| Refusal::malformed)?;
        let (scheme, token) = text.split_once(' ').ok_or(Refusal::malformed)?;
        if !scheme.eq_ignore_ascii_case("Bearer") {
            return Err(Refusal::missing);
        }
        let claims = self.claims(token.trim()).await?;
        claims::check(&claims, &self.trust, self.clock.now())
    }

    /// Whether a delivery's validation token says that Graph has made it for this relay.
    pub(crate) async fn publisher(&self, token: &str) -> Result<(), Refusal> {
        let claims = self.claims(token).await?;
        claims::check_publisher(&claims, &self.trust, self.clock.now())
    }

    /// What a token says whose signature holds.
    async fn claims(&self, token: &str) -> Result<claims::Claims, Refusal> {
        let token = jwt::Jwt::read(token)?;
        let key = self.keys.of(token.kid()).await?;
        token.verify(&key)?;
        token.claims()
    }
}
