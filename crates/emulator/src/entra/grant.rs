//! Redeeming a code, and what every token answer holds.

use axum::Json;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};

use super::error::Failure;
use super::issued::{Access, Code, Refresh, Session, after};
use super::scopes::{self, Resource, Resources};
use super::token::missing;
use super::{application, id_token};
use crate::wire::Form;
use crate::world::{Shared, World};

/// `grant_type=authorization_code` (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
pub(super) fn by_code(
    shared: &Shared,
    world: &mut World,
    tenant: &str,
    form: &Form,
) -> Result<Response, Failure> {
    let text = form.get("code").ok_or_else(|| missing("code"))?;
    let uri = form
        .get("redirect_uri")
        .ok_or_else(|| missing("redirect_uri"))?;
    let verifier = form
        .get("code_verifier")
        .ok_or_else(|| missing("code_verifier"))?;
    let code = redeem(world, text)?;
    if !code.tenant_path.eq_ignore_ascii_case(tenant) {
        let text = "Provided Authorization Code is intended to use against other tenant.";
        return Err(Failure::new("invalid_grant", 700_005, text));
    }
    if code.redirect_uri != uri {
        let text = "The reply address does not match the one of the authorization request.";
        return Err(Failure::new("invalid_grant", 500_112, text));
    }
    if URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes())) != code.challenge
        || !(43..=128).contains(&verifier.len())
    {
        let text = "The Code_Verifier does not match the code_challenge supplied in the \
                    authorization request.";
        return Err(Failure::new("invalid_grant", 501_481, text));
    }
    let wanted = match form.get("scope") {
        Some(text) => scopes::read(text, &Resources::of(shared, world))?,
        None => code.scopes.clone(),
    };
    let ends_at = after(world.now(), world.settings.refresh_token_s);
    let sign_in = SignIn {
        session: &code.session,
        nonce: code.nonce.as_deref(),
        ends_at,
    };
    answer(shared, world, form, sign_in, wanted)
}

/// Uses the code up, whatever becomes of the rest of the request.
fn redeem(world: &mut World, text: &str) -> Result<Code, Failure> {
    let (now, lifetime) = (world.now(), world.settings.code_s);
    let Some(code) = world.issued.code(text) else {
        let text = "The provided value for the input parameter 'code' is not valid.";
        return Err(Failure::new("invalid_grant", 70_000, text));
    };
    if code.redeemed {
        let text = "OAuth2 Authorization code was already redeemed, please retry with a new valid \
                    code or use an existing refresh token.";
        return Err(Failure::new("invalid_grant", 54_005, text));
    }
    code.redeemed = true;
    if now > after(code.issued_at, lifetime) {
        let text = "The provided authorization code or refresh token has expired.";
        return Err(Failure::new("invalid_grant", 70_008, text));
    }
    Ok(code.clone())
}

/// Whose tokens, and until when they can be renewed.
#[derive(Debug, Clone, Copy)]
pub(super) struct SignIn<'s> {
    pub(super) session: &'s Session,
    /// To be put into the id token.
    pub(super) nonce: Option<&'s str>,
    pub(super) ends_at: Timestamp,
}

/// A token answer for scopes that are all granted.
pub(super) fn answer(
    shared: &Shared,
    world: &mut World,
    form: &Form,
    sign_in: SignIn<'_>,
    wanted: Vec<String>,
) -> Result<Response, Failure> {
    let SignIn {
        session,
        nonce,
        ends_at,
    } = sign_in;
    let refused = wanted
        .iter()
        .find(|scope| !world.tenant.grants.has(&session.oid, scope));
    if let Some(scope) = refused {
        let text = format!(
            "The user or administrator has not consented to use the application with the scope \
             '{scope}'. Send an interactive authorization request for this user and resource."
        );
        return Err(Failure::new("invalid_grant", 65_001, text).sub("consent_required"));
    }
    let resource = scopes::resource_of(&wanted)?;
    let now = world.now();
    let lifetime = world.settings.access_token_s;
    let has = |name: &str| wanted.iter().any(|scope| scope == name);
    let mut body = json!({
        "token_type": "Bearer",
        "scope": wanted.join(" "),
        "expires_in": lifetime,
        "ext_expires_in": lifetime,
    });
    if has("openid") {
        let claims = id_token::claims(shared, &world.tenant, session, nonce, now);
        body["id_token"] = shared.key.sign(&claims).into();
    }
    if has("offline_access") {
        let left = ends_at.as_second() - now.as_second();
        let refresh = Refresh {
            session: session.clone(),
            ends_at,
            rotated: false,
            revoked: false,
        };
        body["refresh_token"] = world.issued.give_refresh(refresh).into();
        body["refresh_token_expires_in"] = left.into();
    }
    if form.get("client_info") == Some("1") {
        body["client_info"] = id_token::client_info(&world.tenant, &session.oid).into();
    }
    if resource == Resource::Relay {
        let ends_at = after(now, lifetime);
        body["access_token"] = application::token_for_relay(shared, world, session, ends_at).into();
        return Ok(fresh(body));
    }
    let scopes = wanted
        .into_iter()
        .filter(|scope| !scopes::is_openid(scope))
        .collect();
    let access = Access {
        oid: session.oid.clone(),
        scopes,
        expires_at: after(now, lifetime),
        application: None,
    };
    body["access_token"] = world.issued.give_access(access, now).into();
    Ok(fresh(body))
}

/// Tokens are for nobody's cache.
pub(super) fn fresh(body: Value) -> Response {
    let mut response = Json(body).into_response();
    response.headers_mut().insert(
        CACHE_CONTROL,
        HeaderValue::from_static("no-store, no-cache"),
    );
    response
}
