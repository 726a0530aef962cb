//! The token endpoint: codes and refresh tokens in, tokens out.

mod answer;
mod endpoint;
mod retry_after;

#[cfg(test)]
pub(crate) use answer::Asked;
pub(crate) use answer::TokenSet;
pub(crate) use endpoint::OAuthTokenEndpoint;

use crate::error::AuthError;
use crate::scope::ScopeSet;
use futures_util::future::LocalBoxFuture;
use oauth2::{AuthorizationCode, PkceCodeVerifier, RefreshToken};

/// A code to redeem, with what belongs to it.
pub(crate) struct Redemption {
    pub(crate) code: AuthorizationCode,
    pub(crate) verifier: PkceCodeVerifier,
    /// The same bytes as in the authorize request.
    pub(crate) redirect_uri: String,
    pub(crate) scopes: ScopeSet,
    pub(crate) claims: Option<String>,
}

/// A refresh token to use.
pub(crate) struct Refresh {
    pub(crate) refresh_token: RefreshToken,
    pub(crate) scopes: ScopeSet,
    pub(crate) claims: Option<String>,
}

/// What the rest of the crate sees of OAuth's token endpoint.
///
/// A seam, so that the machinery behind it can be exchanged: `oauth2`'s own requests, ours, or a
/// broker. The endpoint's address is an argument, because it comes from the configuration and never
/// from an answer.
pub(crate) trait TokenEndpoint {
    /// Redeems a code (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
    fn redeem(
        &self,
        endpoint: &str,
        redemption: Redemption,
    ) -> LocalBoxFuture<'static, Result<TokenSet, AuthError>>;

    /// Uses a refresh token (RFC 6749 section 6).
    fn refresh(
        &self,
        endpoint: &str,
        refresh: Refresh,
    ) -> LocalBoxFuture<'static, Result<TokenSet, AuthError>>;
}
