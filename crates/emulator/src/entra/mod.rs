//! The sign-in service, as far as a browser app sees it.
//!
//! Written from the protocol: OAuth 2.0 with PKCE (RFC 6749, RFC 7636), OpenID Connect Core, and
//! what Entra does beyond them.

mod admin_consent;
mod application;
mod ask;
mod assertion;
mod authorize;
mod choice;
mod consent;
mod cookie;
mod error;
mod grant;
mod html;
mod id_token;
mod issued;
mod key;
mod logout;
mod metadata;
mod pages;
mod refresh;
mod scopes;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use application::SECRET as RELAY_SECRET;
pub(crate) use error::error_body_of_fault;
pub(crate) use issued::Issued;
pub(crate) use key::SigningKey;

use crate::world::Shared;

/// Everything Entra's origin answers.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/{tenant}/oauth2/v2.0/authorize",
            get(authorize::by_query).post(authorize::by_form),
        )
        .route("/{tenant}/oauth2/v2.0/token", post(token::token))
        .route(
            "/{tenant}/oauth2/v2.0/logout",
            get(logout::logout).post(logout::sign_out),
        )
        .route(
            "/{tenant}/v2.0/adminconsent",
            get(admin_consent::ask).post(admin_consent::answer),
        )
        .route(
            "/{tenant}/v2.0/.well-known/openid-configuration",
            get(metadata::discovery),
        )
        .route("/{tenant}/discovery/v2.0/keys", get(metadata::keys))
        .route("/{tenant}/login", post(choice::chosen))
        .route("/{tenant}/consent", post(consent::answered))
}
