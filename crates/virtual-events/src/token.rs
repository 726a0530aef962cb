//! Where access tokens come from.

use futures_core::future::LocalBoxFuture;

use crate::Scope;

/// Hands out access tokens for Graph.
pub trait TokenProvider {
    /// Gets a token that holds at least one of `scopes`, which stand least privileged first.
    ///
    /// [`TokenDemand::Cached`] may be answered from a cache. [`TokenDemand::Refused`] may not:
    /// Graph has just turned the cached token down. The provider must stay silent, without any
    /// dialog; what needs the user is an error for the screen to show.
    fn access_token<'a>(
        &'a self,
        scopes: &'a [Scope],
        demand: TokenDemand<'a>,
    ) -> LocalBoxFuture<'a, Result<AccessToken, TokenError>>;
}

/// What kind of token is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenDemand<'a> {
    /// Any token that is still good.
    Cached,
    /// A fresh one: the last was answered with 401.
    Refused {
        /// Decoded JSON of the claims challenge, when the 401 carried one; hand it on to Entra.
        claims: Option<&'a str>,
    },
}

/// A bearer token; prints as `[redacted]`.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(String);

impl AccessToken {
    /// Wraps the token's text.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The token's text, for the `Authorization` header and nothing else.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Why there is no token, in terms of what the user can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenError {
    /// The user has to sign in (again).
    InteractionRequired {
        /// Claims to pass to the authorize request, as JSON text.
        claims: Option<String>,
    },
    /// Somebody has to consent to one of these scopes; see [`Scope::consent`].
    ConsentRequired {
        /// What the operation asked for.
        scopes: Vec<Scope>,
    },
    /// Entra can't be reached.
    Offline,
    /// Entra asks to wait, or fails for the moment.
    Unavailable {
        /// How long to wait, when Entra said so.
        retry_after: Option<std::time::Duration>,
    },
    /// The user turned a dialog down.
    Cancelled,
    /// Anything else; the text is for support, not for the user.
    Failed(String),
}

impl std::fmt::Display for TokenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::InteractionRequired { .. } => "sign-in is required",
            Self::ConsentRequired { .. } => "consent is required",
            Self::Offline => "the sign-in service can't be reached",
            Self::Unavailable { .. } => "the sign-in service is not available",
            Self::Cancelled => "sign-in was cancelled",
            Self::Failed(why) => return write!(f, "no access token: {why}"),
        })
    }
}

impl std::error::Error for TokenError {}
