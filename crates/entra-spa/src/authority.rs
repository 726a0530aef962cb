//! Where users sign in: the sign-in host and the tenant.

use crate::cloud::Cloud;
use crate::discovery::Endpoints;
use crate::origin::{Origin, OriginError};

/// The tenant of personal Microsoft accounts.
const CONSUMERS: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// Which accounts may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tenant {
    /// One tenant by its id, a GUID in lower case. Recommended, and the only way for guests.
    Id(String),
    /// One tenant by a verified domain such as `contoso.onmicrosoft.com`.
    Domain(String),
    /// Any work or school account.
    Organizations,
}

/// Why a sign-in authority was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuthorityError {
    /// No tenant was named.
    TenantMissing,
    /// `common`, `consumers` and the tenant of personal accounts: Graph's virtual events don't
    /// work with personal accounts.
    PersonalAccounts,
    /// The tenant is neither a GUID nor a domain nor `organizations`.
    TenantMalformed,
    /// The sign-in host given instead of the cloud's is no usable origin.
    Base(OriginError),
    /// The sign-in host given belongs to another cloud than the one configured.
    OtherCloud,
}

/// A sign-in host with a tenant, from configuration and from nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    cloud: Cloud,
    base: Origin,
    tenant: Tenant,
}

impl Authority {
    /// Makes an authority from the configured cloud, tenant and, for a test server, base address.
    ///
    /// `base_override` is an origin such as `http://localhost:8081`; `http` only on this device.
    /// Without it, the cloud's own sign-in host is used.
    ///
    /// # Errors
    /// An [`AuthorityError`] that says which of them can't be used and why.
    pub fn parse(
        cloud: Cloud,
        tenant: &str,
        base_override: Option<&str>,
    ) -> Result<Self, AuthorityError> {
        let base = match base_override {
            Some(text) => Origin::parse(text).map_err(AuthorityError::Base)?,
            None => Origin::of_host(cloud.login_host()),
        };
        let foreign = Cloud::ALL
            .into_iter()
            .any(|other| other.is_login_host(base.host()))
            && !cloud.is_login_host(base.host());
        if foreign {
            return Err(AuthorityError::OtherCloud);
        }
        Ok(Self {
            cloud,
            base,
            tenant: Tenant::parse(tenant)?,
        })
    }

    /// The cloud this authority is of.
    #[must_use]
    pub const fn cloud(&self) -> Cloud {
        self.cloud
    }

    /// Which accounts may sign in.
    #[must_use]
    pub const fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// Scheme, host and port of the sign-in service.
    #[must_use]
    pub const fn base(&self) -> &Origin {
        &self.base
    }

    /// The address of the authority, such as `https://login.microsoftonline.com/{tenant}`.
    #[must_use]
    pub fn url(&self) -> String {
        self.with_path("")
    }

    /// The service's addresses by the pattern that Entra documents; no request is made.
    #[must_use]
    pub fn endpoints(&self) -> Endpoints {
        Endpoints::built_in(self)
    }

    /// The `iss` that tokens of a tenant must carry.
    pub(crate) fn issuer_of(&self, tenant_id: &str) -> String {
        [self.base.as_str(), "/", tenant_id, "/v2.0"].concat()
    }

    /// The `iss` as far as configuration knows it: with a domain or `organizations`, the tenant's
    /// id is known only from a token.
    pub(crate) fn issuer(&self) -> Option<String> {
        match &self.tenant {
            Tenant::Id(id) => Some(self.issuer_of(id)),
            Tenant::Domain(_) | Tenant::Organizations => None,
        }
    }

    pub(crate) fn with_path(&self, path: &str) -> String {
        let tenant = match &self.tenant {
            Tenant::Id(name) | Tenant::Domain(name) => name.as_str(),
            Tenant::Organizations => "organizations",
        };
        [self.base.as_str(), "/", tenant, path].concat()
    }
}

impl Tenant {
    fn parse(text: &str) -> Result<Self, AuthorityError> {
        let tenant = text.trim().to_ascii_lowercase();
        match tenant.as_str() {
            "" => Err(AuthorityError::TenantMissing),
            "common" | "consumers" | CONSUMERS => Err(AuthorityError::PersonalAccounts),
            "organizations" => Ok(Self::Organizations),
            id if is_guid(id) => Ok(Self::Id(tenant)),
            name if is_domain(name) => Ok(Self::Domain(tenant)),
            _ => Err(AuthorityError::TenantMalformed),
        }
    }

    /// Whether a token's `tid` is acceptable here, before any list of allowed tenants.
    pub(crate) fn admits(&self, tenant_id: &str) -> bool {
        match self {
            Self::Id(id) => id.eq_ignore_ascii_case(tenant_id),
            Self::Domain(_) | Self::Organizations => {
                is_guid(tenant_id) && !tenant_id.eq_ignore_ascii_case(CONSUMERS)
            }
        }
    }
}

/// Whether a text is a GUID in its usual form of 8-4-4-4-12 digits.
pub(crate) fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn is_domain(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

#[cfg(test)]
mod tests {
    use super::{Authority, AuthorityError, CONSUMERS, Tenant};
    use crate::cloud::Cloud;
    use crate::origin::OriginError;

    const TENANT: &str = "7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";

    #[test]
    fn case_08_authorities_are_accepted_in_one_form() {
        for (tenant, base, url) in [
            (
                TENANT,
                None,
                "https://login.microsoftonline.com/7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2",
            ),
            (
                "7C0A7B9E-3F55-4A3C-9A69-1F1FD0A4D1C2",
                Some("https://LOGIN.microsoftonline.com/"),
                "https://login.microsoftonline.com/7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2",
            ),
            (
                " contoso.onmicrosoft.com ",
                None,
                "https://login.microsoftonline.com/contoso.onmicrosoft.com",
            ),
            (
                "organizations",
                None,
                "https://login.microsoftonline.com/organizations",
            ),
            (
                TENANT,
                Some("http://localhost:8081"),
                "http://localhost:8081/7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2",
            ),
            (
                TENANT,
                Some("https://login.example.com:8443"),
                "https://login.example.com:8443/7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2",
            ),
        ] {
            let authority = Authority::parse(Cloud::Global, tenant, base).unwrap();
            assert_eq!(authority.url(), url);
        }
    }

    #[test]
    fn case_08_authorities_are_refused_with_the_reason() {
        for (tenant, base, error) in [
            ("", None, AuthorityError::TenantMissing),
            ("  ", None, AuthorityError::TenantMissing),
            ("common", None, AuthorityError::PersonalAccounts),
            ("Consumers", None, AuthorityError::PersonalAccounts),
            (CONSUMERS, None, AuthorityError::PersonalAccounts),
            ("contoso", None, AuthorityError::TenantMalformed),
            ("contoso.com/v2.0", None, AuthorityError::TenantMalformed),
            ("../evil.test", None, AuthorityError::TenantMalformed),
            ("a.b@evil.test", None, AuthorityError::TenantMalformed),
            (
                TENANT,
                Some("http://login.example.com"),
                AuthorityError::Base(OriginError::PlainHttp),
            ),
            (
                TENANT,
                Some("https://user:pass@login.example.com"),
                AuthorityError::Base(OriginError::UserInfo),
            ),
            (
                TENANT,
                Some("https://login.example.com/tenant/v2.0"),
                AuthorityError::Base(OriginError::Path),
            ),
            (
                TENANT,
                Some("https://login.microsoftonline.us"),
                AuthorityError::OtherCloud,
            ),
        ] {
            assert_eq!(
                Authority::parse(Cloud::Global, tenant, base),
                Err(error),
                "{tenant} {base:?}"
            );
        }
    }

    #[test]
    fn a_tenant_admits_its_own_and_never_personal_accounts() {
        let other = "00000000-0000-4000-8000-000000000001";

        assert!(Tenant::Id(TENANT.to_owned()).admits(TENANT));
        assert!(!Tenant::Id(TENANT.to_owned()).admits(other));
        assert!(Tenant::Organizations.admits(other));
        assert!(!Tenant::Organizations.admits(CONSUMERS));
        assert!(!Tenant::Organizations.admits("{tenantid}"));
    }
}
