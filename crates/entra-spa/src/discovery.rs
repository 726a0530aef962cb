//! The addresses of the sign-in service: built in, or from its metadata document.
//!
//! For Microsoft's own hosts the pattern is documented and fixed, so no request is made and nothing
//! can mislead the app. The metadata document is for other authorities, such as a test server.
//! Sources: Entra "OpenID Connect on the Microsoft identity platform"; OpenID Connect Discovery 1.0
//! section 4; RFC 9207 section 3.

use crate::authority::Authority;
use crate::error::ProtocolFault;
use crate::origin::Origin;
use crate::wire::json::{self, Fields};
use serde_json::Value;

/// Whether the service promises an `iss` parameter in its answers (RFC 9207).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IssuerParameter {
    /// Promised: an answer without it is refused.
    Promised,
    /// Not promised: checked when it is there. This is how Entra behaves.
    #[default]
    Optional,
}

/// Where the sign-in service answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoints {
    /// Where the user signs in.
    pub authorize: String,
    /// Where codes and refresh tokens are redeemed.
    pub token: String,
    /// Where the user's session with the service ends.
    pub logout: String,
    /// Whether answers carry `iss`.
    pub issuer_parameter: IssuerParameter,
}

impl Endpoints {
    /// The addresses by Entra's documented pattern.
    pub(crate) fn built_in(authority: &Authority) -> Self {
        Self {
            authorize: authority.with_path("/oauth2/v2.0/authorize"),
            token: authority.with_path("/oauth2/v2.0/token"),
            logout: authority.with_path("/oauth2/v2.0/logout"),
            issuer_parameter: IssuerParameter::Optional,
        }
    }

    /// Where an authority's metadata document is.
    pub(crate) fn metadata_url(authority: &Authority) -> String {
        authority.with_path("/v2.0/.well-known/openid-configuration")
    }

    /// Reads a metadata document and believes it only as far as the configured authority reaches.
    ///
    /// `issuer` must be exactly the configured one (or the documented template when the tenant's id
    /// isn't configured), every address must be of the authority's own origin.
    ///
    /// # Errors
    /// [`ProtocolFault::Metadata`] when the document is unreadable or points elsewhere.
    pub fn from_metadata(authority: &Authority, document: &[u8]) -> Result<Self, ProtocolFault> {
        let value = json::object(document).ok_or(ProtocolFault::Metadata)?;
        let fields = Fields::of(&value);
        let issuer = fields.text("issuer").ok_or(ProtocolFault::Metadata)?;
        if !names(authority, issuer) {
            return Err(ProtocolFault::Metadata);
        }
        let address = |name: &str| {
            fields
                .text(name)
                .filter(|url| authority.base().owns(url))
                .map(str::to_owned)
                .ok_or(ProtocolFault::Metadata)
        };
        let promised = fields.get("authorization_response_iss_parameter_supported");
        Ok(Self {
            authorize: address("authorization_endpoint")?,
            token: address("token_endpoint")?,
            logout: address("end_session_endpoint")
                .unwrap_or_else(|_| authority.with_path("/oauth2/v2.0/logout")),
            issuer_parameter: match promised {
                Some(Value::Bool(true)) => IssuerParameter::Promised,
                _ => IssuerParameter::Optional,
            },
        })
    }
}

fn names(authority: &Authority, issuer: &str) -> bool {
    match authority.issuer() {
        Some(expected) => expected == issuer,
        // by a domain, Entra answers with the tenant's id; by `organizations` with the template
        None => {
            issuer == authority.issuer_of("{tenantid}")
                || issuer
                    .strip_prefix(Origin::as_str(authority.base()))
                    .and_then(|path| path.strip_prefix('/')?.strip_suffix("/v2.0"))
                    .is_some_and(|id| authority.tenant().admits(id))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Endpoints, IssuerParameter};
    use crate::authority::Authority;
    use crate::cloud::Cloud;
    use crate::error::ProtocolFault;

    const TENANT: &str = "7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";

    fn authority() -> Authority {
        Authority::parse(Cloud::Global, TENANT, Some("https://idp.test")).unwrap()
    }

    fn document(issuer: &str, token: &str) -> String {
        format!(
            r#"{{"issuer":"{issuer}","authorization_endpoint":"https://idp.test/auth",
            "token_endpoint":"{token}","authorization_response_iss_parameter_supported":true}}"#
        )
    }

    #[test]
    fn a_document_of_the_configured_issuer_is_used() {
        let text = document(
            &format!("https://idp.test/{TENANT}/v2.0"),
            "https://idp.test/token",
        );

        let endpoints = Endpoints::from_metadata(&authority(), text.as_bytes()).unwrap();

        assert_eq!(endpoints.authorize, "https://idp.test/auth");
        assert_eq!(endpoints.token, "https://idp.test/token");
        assert_eq!(endpoints.issuer_parameter, IssuerParameter::Promised);
    }

    #[test]
    fn a_document_that_points_elsewhere_is_refused() {
        let issuer = format!("https://idp.test/{TENANT}/v2.0");
        for text in [
            document("https://evil.test/v2.0", "https://idp.test/token"),
            document(&format!("{issuer}/"), "https://idp.test/token"),
            document(&issuer, "https://evil.test/token"),
            document(&issuer, "http://idp.test/token"),
            "<html>".to_owned(),
            "{}".to_owned(),
        ] {
            let refused = Endpoints::from_metadata(&authority(), text.as_bytes());
            assert_eq!(refused, Err(ProtocolFault::Metadata), "{text}");
        }
    }

    #[test]
    fn without_a_tenant_id_the_template_is_the_issuer() {
        let any =
            Authority::parse(Cloud::Global, "organizations", Some("https://idp.test")).unwrap();
        let template = document("https://idp.test/{tenantid}/v2.0", "https://idp.test/token");
        let foreign = document("https://idp.test/common/v2.0", "https://idp.test/token");

        assert!(Endpoints::from_metadata(&any, template.as_bytes()).is_ok());
        assert!(Endpoints::from_metadata(&any, foreign.as_bytes()).is_err());
    }
}
