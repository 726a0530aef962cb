//! Who signed in, told to the app.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::issued::{Session, after};
use crate::tenant::Tenant;
use crate::wire::Origin;
use crate::world::Shared;

/// The claims of an id token (OpenID Connect Core 2, and Entra's own).
pub(super) fn claims(
    shared: &Shared,
    tenant: &Tenant,
    session: &Session,
    nonce: Option<&str>,
    now: Timestamp,
) -> Value {
    let issuer = format!("{}/{}/v2.0", shared.ports.base(Origin::Entra), tenant.id);
    let account = tenant.account(&session.oid);
    let person = tenant.people.get(&session.oid);
    let mut claims = json!({
        "ver": "2.0",
        "iss": issuer,
        "aud": tenant.client_id,
        "iat": now.as_second(),
        "nbf": now.as_second(),
        "exp": after(now, 3_600).as_second(),
        "tid": tenant.id,
        "oid": session.oid,
        "sid": session.sid,
        "sub": account.map(|account| &account.subject),
        "name": person.map(|person| &person.name),
        "preferred_username": person.map(|person| &person.upn),
        "login_hint": account.map(|account| account.login_hint()),
    });
    if let Some(nonce) = nonce {
        claims["nonce"] = nonce.into();
    }
    if let Some(account) = account.filter(|account| account.home_tenant != tenant.id) {
        // A guest was let in by their own organization.
        claims["idp"] = format!(
            "{}/{}/",
            shared.ports.base(Origin::Entra),
            account.home_tenant
        )
        .into();
    }
    claims
}

/// Entra's `client_info`: the account at home, not in this tenant.
pub(super) fn client_info(tenant: &Tenant, oid: &str) -> String {
    let account = tenant.account(oid);
    let info = json!({
        "uid": account.map(|account| &account.home_oid),
        "utid": account.map(|account| &account.home_tenant),
    });
    URL_SAFE_NO_PAD.encode(info.to_string())
}
