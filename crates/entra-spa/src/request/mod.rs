//! The request that sends the user to the sign-in service.

mod address;
mod authorize;
mod extra;
mod hints;
mod proof;
mod record;

pub use authorize::AuthorizeUrl;
pub(crate) use authorize::{Authorization, authorize_url};
pub use extra::ExtraParameters;
pub(crate) use hints::{Hint, hint};
pub(crate) use proof::{Proof, correlation_id};
pub(crate) use record::{MAX_AGE_S, Records, RequestRecord, state_of};

use crate::scope::ScopeSet;

/// What the service is asked to show. Source: Entra "Authorization code flow", `prompt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Nothing at all; fails when the user would be needed.
    None,
    /// Credentials, even when there is a session.
    Login,
    /// The consent page, even when consent was given.
    Consent,
    /// The choice of accounts; no hints are sent.
    SelectAccount,
}

impl Prompt {
    /// The value on the wire.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Login => "login",
            Self::Consent => "consent",
            Self::SelectAccount => "select_account",
        }
    }
}

/// A sign-in, or an interactive request for more scopes, as the app asks for it.
#[derive(Debug, Clone, Default)]
pub struct SignIn {
    /// What is needed beside the scopes of OpenID Connect, which are added. One service only.
    pub scopes: ScopeSet,
    /// What to show; usually `None`, which lets the service decide.
    pub prompt: Option<Prompt>,
    /// Who is expected: an opaque hint or a user name.
    pub login_hint: Option<String>,
    /// Path, query and fragment to come back to; anything but a path of this app becomes `/`.
    pub return_path: String,
    /// Claims a service demanded, as JSON text.
    pub claims: Option<String>,
}
