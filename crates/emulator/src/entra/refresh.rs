//! Renewing tokens with a refresh token.

use axum::response::Response;

use super::error::Failure;
use super::grant::{SignIn, answer};
use super::scopes::{self, Resources};
use super::token::missing;
use crate::settings::RefreshReuse;
use crate::wire::Form;
use crate::world::{Shared, World};

/// `grant_type=refresh_token` (RFC 6749 section 6).
///
/// The new token ends when the old one would have: for a single-page app nothing lasts longer
/// than 24 hours after sign-in.
pub(super) fn by_token(
    shared: &Shared,
    world: &mut World,
    form: &Form,
) -> Result<Response, Failure> {
    let text = form
        .get("refresh_token")
        .ok_or_else(|| missing("refresh_token"))?;
    let (now, reuse) = (world.now(), world.settings.refresh_reuse);
    let Some(refresh) = world.issued.refresh(text) else {
        let text = "The provided value for the input parameter 'refresh_token' is not valid.";
        return Err(Failure::new("invalid_grant", 70_000, text).sub("bad_token"));
    };
    if refresh.revoked {
        let text = "The provided grant has expired due to it being revoked, a fresh auth token is \
                    needed.";
        return Err(Failure::new("invalid_grant", 50_173, text).sub("bad_token"));
    }
    if now >= refresh.ends_at {
        let text = "The refresh token was issued to a single page app (SPA), and therefore has a \
                    fixed, limited lifetime of 1.00:00:00, which cannot be extended.";
        return Err(Failure::new("invalid_grant", 700_084, text));
    }
    if refresh.rotated && reuse == RefreshReuse::Refused {
        let text = "The refresh token has been used already.";
        return Err(Failure::new("invalid_grant", 70_000, text).sub("bad_token"));
    }
    refresh.rotated = true;
    let refresh = refresh.clone();
    let wanted = match form.get("scope") {
        Some(text) => scopes::read(text, &Resources::of(shared, world))?,
        None => {
            // Graph's; of another resource they must be asked for.
            let held = world.tenant.grants.of(&refresh.session.oid).into_iter();
            let held: Vec<&str> = held.filter(|scope| !scope.contains("://")).collect();
            scopes::read(&held.join(" "), &Resources::of(shared, world))?
        }
    };
    let sign_in = SignIn {
        session: &refresh.session,
        nonce: None,
        ends_at: refresh.ends_at,
    };
    answer(shared, world, form, sign_in, wanted)
}
