//! The end of a session.

use crate::account::Account;
use crate::config::AuthConfig;
use crate::discovery::Endpoints;
use crate::wire::form;

/// How far a sign-out reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignOut {
    /// This app forgets the account; the user stays signed in to Microsoft.
    Here,
    /// The user's session with Microsoft ends as well, for every app of this browser.
    Everywhere,
}

/// The address where the service ends the user's session, to be left for with
/// `AuthClient::navigate`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoutUrl(String);

impl LogoutUrl {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Builds the address.
    ///
    /// `logout_hint` takes the opaque claim and not the user name; without it the service lets the
    /// user choose the account. Source: OpenID Connect RP-Initiated Logout 1.0 section 2; Entra
    /// "OpenID Connect", send a sign-out request.
    pub(crate) fn new(
        config: &AuthConfig,
        endpoints: &Endpoints,
        account: Option<&Account>,
        correlation_id: Option<&str>,
    ) -> Self {
        let mut url = endpoints.logout.clone();
        url.push(if url.contains('?') { '&' } else { '?' });
        form::append(
            &mut url,
            "post_logout_redirect_uri",
            &config.post_logout_redirect_uri,
        );
        if let Some(hint) = account.and_then(|account| account.login_hint.as_deref()) {
            form::append(&mut url, "logout_hint", hint);
        }
        if let Some(id) = correlation_id {
            form::append(&mut url, "client-request-id", id);
        }
        Self(url)
    }
}

impl AsRef<str> for LogoutUrl {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// What tabs tell each other about sessions; no token ever.
pub(crate) mod message {
    use crate::account::AccountKey;

    const SIGNED_OUT: &str = "signed-out";

    /// An account was signed out of a client.
    pub(crate) fn signed_out(client_id: &str, account: &AccountKey) -> String {
        [SIGNED_OUT, " ", client_id, " ", &account.to_string()].concat()
    }
}
