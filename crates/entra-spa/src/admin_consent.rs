//! The link with which an administrator grants consent for everybody.

use crate::config::AuthConfig;
use crate::scope::ScopeSet;
use crate::wire::form;

/// `state` of the link. Nothing waits for its answer: the administrator may be on another machine,
/// so the bridge page only says what happened.
const STATE: &str = "a.consent";

/// The address for an administrator; `scopes` are what everybody is to be granted.
///
/// Source: Entra "Admin consent on the Microsoft identity platform".
pub(crate) fn admin_consent_url(config: &AuthConfig, scopes: &ScopeSet) -> String {
    let mut url = config.authority.with_path("/v2.0/adminconsent?");
    form::append(&mut url, "client_id", &config.client_id);
    form::append(&mut url, "scope", &scopes.to_parameter());
    form::append(&mut url, "redirect_uri", &config.redirect_uri);
    form::append(&mut url, "state", STATE);
    url
}
