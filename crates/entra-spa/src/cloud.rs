//! The national clouds of Microsoft Entra ID.

use crate::origin::Origin;

/// A cloud: one value that picks the sign-in host and the Graph host together.
///
/// Together, so that nobody can pair the sign-in host of one cloud with the Graph of another.
/// Each cloud needs an app registration of its own. Source: Entra "National clouds", Graph
/// "National cloud deployments".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cloud {
    /// The worldwide cloud, and the US government community on it (GCC).
    #[default]
    Global,
    /// US government L4 (GCC High).
    UsGovernment,
    /// US government L5 (Department of Defense).
    UsGovernmentDod,
    /// China, operated by 21Vianet.
    China,
}

/// Whether a cloud offers Graph's virtual events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VirtualEvents {
    /// Documented as available.
    Available,
    /// Documented as not available: say so before the user meets an obscure "not found".
    Missing,
}

impl Cloud {
    /// Every cloud, in the order of documentation.
    pub const ALL: [Self; 4] = [
        Self::Global,
        Self::UsGovernment,
        Self::UsGovernmentDod,
        Self::China,
    ];

    /// The cloud of a configuration name: `global`, `usgov`, `dod` or `china`, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name.trim().to_ascii_lowercase().as_str() {
            "global" | "" => Some(Self::Global),
            "usgov" => Some(Self::UsGovernment),
            "dod" => Some(Self::UsGovernmentDod),
            "china" => Some(Self::China),
            _ => None,
        }
    }

    /// The host where users of this cloud sign in.
    #[must_use]
    pub const fn login_host(self) -> &'static str {
        match self {
            Self::Global => "login.microsoftonline.com",
            Self::UsGovernment | Self::UsGovernmentDod => "login.microsoftonline.us",
            Self::China => "login.partner.microsoftonline.cn",
        }
    }

    /// The host of this cloud's Microsoft Graph.
    #[must_use]
    pub const fn graph_host(self) -> &'static str {
        match self {
            Self::Global => "graph.microsoft.com",
            Self::UsGovernment => "graph.microsoft.us",
            Self::UsGovernmentDod => "dod-graph.microsoft.us",
            Self::China => "microsoftgraph.chinacloudapi.cn",
        }
    }

    /// Whether Graph's virtual events are there. Source: Graph "virtualEvent resource type".
    #[must_use]
    pub const fn virtual_events(self) -> VirtualEvents {
        match self {
            Self::Global => VirtualEvents::Available,
            _ => VirtualEvents::Missing,
        }
    }

    /// Whether a host is, or was, a sign-in host of this cloud.
    pub(crate) fn is_login_host(self, host: &str) -> bool {
        host == self.login_host()
            || match self {
                Self::Global => matches!(
                    host,
                    "login.windows.net" | "login.microsoft.com" | "sts.windows.net"
                ),
                Self::UsGovernment | Self::UsGovernmentDod => host == "login.usgovcloudapi.net",
                Self::China => host == "login.chinacloudapi.cn",
            }
    }

    /// The origin of this cloud's Microsoft Graph.
    #[must_use]
    pub fn graph_origin(self) -> Origin {
        Origin::of_host(self.graph_host())
    }
}

#[cfg(test)]
mod tests {
    use super::{Cloud, VirtualEvents};
    use crate::authority::Authority;

    const TENANT: &str = "7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";

    /// A token that reached a look-alike host would be lost, so every row is tried with them.
    #[test]
    fn case_09_a_cloud_picks_both_hosts_and_no_other_gets_the_token() {
        for (cloud, login, graph) in [
            (
                Cloud::Global,
                "login.microsoftonline.com",
                "graph.microsoft.com",
            ),
            (
                Cloud::UsGovernment,
                "login.microsoftonline.us",
                "graph.microsoft.us",
            ),
            (
                Cloud::UsGovernmentDod,
                "login.microsoftonline.us",
                "dod-graph.microsoft.us",
            ),
            (
                Cloud::China,
                "login.partner.microsoftonline.cn",
                "microsoftgraph.chinacloudapi.cn",
            ),
        ] {
            let authority = Authority::parse(cloud, TENANT, None).unwrap();
            assert!(
                authority
                    .endpoints()
                    .authorize
                    .starts_with(&format!("https://{login}/{TENANT}/"))
            );

            let origin = cloud.graph_origin();
            assert!(origin.owns(&format!("https://{graph}/v1.0/me?$top=1")));
            assert!(origin.owns(&format!("HTTPS://{}:443/v1.0/me", graph.to_uppercase())));
            for url in [
                format!("https://{graph}.evil.test/v1.0/me"),
                format!("https://{graph}@evil.test/v1.0/me"),
                format!("https://user@{graph}/v1.0/me"),
                format!("http://{graph}/v1.0/me"),
                format!("https://{graph}:8443/v1.0/me"),
                format!("https://evil.test/{graph}"),
                format!("https://evil.test#{graph}"),
                format!("https://evil.test\\@{graph}/"),
                format!("https:/{graph}/v1.0/me"),
                format!("//{graph}/v1.0/me"),
                format!(" https://{graph}/v1.0/me"),
                format!("https://{graph}%2eevil.test/"),
                "/v1.0/me".to_owned(),
                String::new(),
            ] {
                assert!(!origin.owns(&url), "{url}");
            }
            for other in Cloud::ALL.into_iter().filter(|other| *other != cloud) {
                assert!(!origin.owns(&format!("https://{}/v1.0/me", other.graph_host())));
            }
        }
    }

    #[test]
    fn only_the_global_cloud_has_virtual_events() {
        let with: Vec<_> = Cloud::ALL
            .into_iter()
            .filter(|cloud| cloud.virtual_events() == VirtualEvents::Available)
            .collect();

        assert_eq!(with, [Cloud::Global]);
        assert_eq!(Cloud::from_name("USGov"), Some(Cloud::UsGovernment));
        assert_eq!(Cloud::from_name("moon"), None);
    }
}
