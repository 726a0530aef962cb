//! What an operator configures.

use crate::authority::Authority;
use crate::origin::Origin;
use crate::request::ExtraParameters;

/// The app registration and where it lives. Nothing of it may come from a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthConfig {
    /// Application (client) id of the registration, a GUID.
    pub client_id: String,
    /// Where users sign in.
    pub authority: Authority,
    /// The bridge page, exactly as it is registered (platform "Single-page application").
    pub redirect_uri: String,
    /// Where the browser goes after sign-out; must be registered as well.
    pub post_logout_redirect_uri: String,
    /// The Graph whose scopes are meant by short scope names, and the only place for its tokens.
    pub graph_origin: Origin,
    /// With `organizations`: the ids of tenants whose users are let in. Empty: all.
    pub allowed_tenants: Vec<String>,
    /// Fixed extra parameters of every sign-in, such as `domain_hint`.
    pub extra_parameters: ExtraParameters,
}

impl AuthConfig {
    /// A configuration with the Graph of the authority's cloud and no extras.
    #[must_use]
    pub fn new(
        client_id: &str,
        authority: Authority,
        redirect_uri: &str,
        post_logout_redirect_uri: &str,
    ) -> Self {
        Self {
            client_id: client_id.to_owned(),
            graph_origin: authority.cloud().graph_origin(),
            authority,
            redirect_uri: redirect_uri.to_owned(),
            post_logout_redirect_uri: post_logout_redirect_uri.to_owned(),
            allowed_tenants: Vec::new(),
            extra_parameters: ExtraParameters::default(),
        }
    }

    /// The same with another Graph, such as an emulator's.
    #[must_use]
    pub fn with_graph_origin(mut self, graph_origin: Origin) -> Self {
        self.graph_origin = graph_origin;
        self
    }

    /// Whether a token's tenant is let in.
    pub(crate) fn admits(&self, tenant_id: &str) -> bool {
        self.authority.tenant().admits(tenant_id)
            && (self.allowed_tenants.is_empty()
                || self
                    .allowed_tenants
                    .iter()
                    .any(|allowed| allowed.eq_ignore_ascii_case(tenant_id)))
    }
}
