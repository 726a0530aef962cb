//! The address of the authorize request.

use super::{Hint, Prompt, RequestRecord, state_of};
use crate::config::AuthConfig;
use crate::discovery::Endpoints;
use crate::error::RequestFault;
use oauth2::basic::BasicClient;
use oauth2::{
    AuthUrl, ClientId, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
};

/// Entra refuses longer addresses (AADSTS90015); `claims` is the usual culprit.
const MAX_LENGTH: usize = 2_000;

/// An address of the sign-in service, to be left for with `AuthClient::navigate`.
///
/// It holds no secret: the verifier stays in this tab, `state` and `nonce` are useless without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorizeUrl(String);

impl AuthorizeUrl {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for AuthorizeUrl {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// What goes into the address.
pub(crate) struct Authorization<'a> {
    pub(crate) config: &'a AuthConfig,
    pub(crate) endpoints: &'a Endpoints,
    pub(crate) record: &'a RequestRecord,
    pub(crate) prompt: Option<Prompt>,
    pub(crate) hint: Option<Hint<'a>>,
}

/// Builds the address. Every parameter is there at most once.
///
/// Source: Entra "Authorization code flow"; RFC 6749 section 4.1.1; RFC 7636 section 4.3; OpenID
/// Connect Core 3.1.2.1. `client_info` and `client-request-id` are Entra's own.
pub(crate) fn authorize_url(
    authorization: &Authorization<'_>,
) -> Result<AuthorizeUrl, RequestFault> {
    let Authorization {
        config,
        endpoints,
        record,
        prompt,
        hint,
    } = authorization;
    let authorize = AuthUrl::new(endpoints.authorize.clone()).map_err(|_| RequestFault::Address)?;
    let redirect =
        RedirectUrl::new(record.redirect_uri.clone()).map_err(|_| RequestFault::Address)?;
    let verifier = PkceCodeVerifier::new(record.verifier.expose().clone());
    let client = BasicClient::new(ClientId::new(config.client_id.clone()))
        .set_auth_uri(authorize)
        .set_redirect_uri(redirect);
    let mut request = client
        .authorize_url(|| CsrfToken::new(state_of(&record.id)))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .add_scope(Scope::new(record.scopes.clone()))
        // a query would put the code into the access log of the host
        .add_extra_param("response_mode", "fragment")
        .add_extra_param("nonce", record.nonce.as_str())
        .add_extra_param("client_info", "1")
        .add_extra_param("client-request-id", record.correlation_id.as_str());
    if let Some(prompt) = prompt {
        request = request.add_extra_param("prompt", prompt.as_str());
    }
    let hinted = match hint {
        Some(Hint::Opaque(text) | Hint::Name(text)) => Some(("login_hint", *text)),
        Some(Hint::Session(text)) => Some(("sid", *text)),
        None => None,
    };
    if let Some((name, text)) = hinted {
        request = request.add_extra_param(name, text);
    }
    if let Some(claims) = record.claims.as_deref() {
        request = request.add_extra_param("claims", claims);
    }
    for (name, value) in config.extra_parameters.iter() {
        let needless = name == "domain_hint" && matches!(hint, Some(Hint::Opaque(_)));
        if !needless {
            request = request.add_extra_param(name, value);
        }
    }
    let (url, _state) = request.url();
    let url = String::from(url);
    if url.len() > MAX_LENGTH {
        return Err(RequestFault::TooLong);
    }
    Ok(AuthorizeUrl(url))
}
