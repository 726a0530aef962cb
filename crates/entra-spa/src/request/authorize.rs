//! The address of the authorize request.
//!
//! `oauth2` gives the values and the PKCE challenge. Its own builder of this address takes and gives
//! `url::Url`, whose parser with all its host names costs more than everything here; a test holds
//! both against each other.

use super::address::address;
use super::{Hint, Prompt, RequestRecord, state_of};
use crate::config::AuthConfig;
use crate::discovery::Endpoints;
use crate::error::RequestFault;
use crate::wire::form;
use oauth2::{PkceCodeChallenge, PkceCodeVerifier};

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
        ..
    } = authorization;
    let mut url = address(&endpoints.authorize)?.to_owned();
    let verifier = PkceCodeVerifier::new(record.verifier.expose().clone());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    let parameters = [
        ("response_type", "code"),
        ("client_id", &config.client_id),
        ("state", &state_of(&record.id)),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", challenge.method()),
        ("redirect_uri", address(&record.redirect_uri)?),
        ("scope", &record.scopes),
    ];
    url.push(if url.contains('?') { '&' } else { '?' });
    for (name, value) in parameters.into_iter().chain(additions(authorization)) {
        form::append(&mut url, name, value);
    }
    if url.len() > MAX_LENGTH {
        return Err(RequestFault::TooLong);
    }
    Ok(AuthorizeUrl(url))
}

/// What Entra and OpenID Connect add to OAuth's own parameters.
fn additions<'a>(authorization: &Authorization<'a>) -> Vec<(&'a str, &'a str)> {
    let Authorization {
        config,
        record,
        prompt,
        hint,
        ..
    } = authorization;
    let mut additions = vec![
        // a query would put the code into the access log of the host
        ("response_mode", "fragment"),
        ("nonce", &record.nonce),
        ("client_info", "1"),
        ("client-request-id", &record.correlation_id),
    ];
    additions.extend(prompt.map(|prompt| ("prompt", prompt.as_str())));
    additions.extend(hint.map(|hint| match hint {
        Hint::Opaque(text) | Hint::Name(text) => ("login_hint", text),
        Hint::Session(text) => ("sid", text),
    }));
    additions.extend(record.claims.as_deref().map(|claims| ("claims", claims)));
    let opaque = matches!(hint, Some(Hint::Opaque(_)));
    additions.extend(
        config
            .extra_parameters
            .iter()
            .filter(|(name, _)| !opaque || *name != "domain_hint"),
    );
    additions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authority::Authority;
    use crate::cloud::Cloud;
    use crate::request::ExtraParameters;
    use crate::secret::Secret;
    use crate::time::UnixTime;
    use oauth2::basic::BasicClient;
    use oauth2::{AuthUrl, ClientId, CsrfToken, RedirectUrl, Scope};

    const TENANT: &str = "7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";
    /// RFC 7636 appendix B.
    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    fn record(claims: Option<&str>) -> RequestRecord {
        RequestRecord {
            id: "request-id".to_owned(),
            nonce: "nonce".to_owned(),
            verifier: Secret::new(VERIFIER.to_owned()),
            client_id: "client".to_owned(),
            authority: "authority".to_owned(),
            redirect_uri: "https://app.test/auth/bridge.html".to_owned(),
            scopes: "openid profile offline_access User.Read".to_owned(),
            claims: claims.map(str::to_owned),
            return_path: "/".to_owned(),
            correlation_id: "correlation".to_owned(),
            started_at: UnixTime(0),
        }
    }

    fn asked(
        record: &RequestRecord,
        prompt: Option<Prompt>,
        hint: Option<Hint<'_>>,
    ) -> Result<(String, Vec<(String, String)>), RequestFault> {
        let authority = Authority::parse(Cloud::Global, TENANT, None).unwrap();
        let endpoints = authority.endpoints();
        let mut config = AuthConfig::new("client", authority, "unused", "unused");
        config.extra_parameters =
            ExtraParameters::new([("domain_hint".to_owned(), "contoso.test".to_owned())]).unwrap();
        let url = authorize_url(&Authorization {
            config: &config,
            endpoints: &endpoints,
            record,
            prompt,
            hint,
        })?;
        let (address, query) = url.as_str().split_once('?').unwrap();
        Ok((address.to_owned(), form::pairs(query).collect()))
    }

    #[test]
    fn case_01_the_challenge_is_that_of_the_rfc() {
        let (_, query) = asked(&record(None), None, None).unwrap();

        assert!(query.contains(&("code_challenge".to_owned(), CHALLENGE.to_owned())));
        assert!(!query.iter().any(|(_, value)| value == VERIFIER));
    }

    #[test]
    fn case_04_each_parameter_is_there_exactly_once() {
        let record = record(Some("{}"));

        let (address, query) = asked(
            &record,
            Some(Prompt::Login),
            Some(Hint::Name("ana@contoso.test")),
        )
        .unwrap();

        assert_eq!(
            address,
            format!("https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/authorize")
        );
        let mut query: Vec<_> = query
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        query.sort_unstable();
        assert_eq!(
            query,
            [
                ("claims", "{}"),
                ("client-request-id", "correlation"),
                ("client_id", "client"),
                ("client_info", "1"),
                ("code_challenge", CHALLENGE),
                ("code_challenge_method", "S256"),
                ("domain_hint", "contoso.test"),
                ("login_hint", "ana@contoso.test"),
                ("nonce", "nonce"),
                ("prompt", "login"),
                ("redirect_uri", "https://app.test/auth/bridge.html"),
                ("response_mode", "fragment"),
                ("response_type", "code"),
                ("scope", "openid profile offline_access User.Read"),
                ("state", "r.request-id"),
            ]
        );
    }

    #[test]
    fn the_address_is_the_one_that_oauth2_builds() {
        let record = record(Some("{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}"));
        let (address, mut ours) = asked(&record, None, None).unwrap();

        let verifier = PkceCodeVerifier::new(VERIFIER.to_owned());
        let client = BasicClient::new(ClientId::new("client".to_owned()))
            .set_auth_uri(AuthUrl::new(address).unwrap())
            .set_redirect_uri(RedirectUrl::new(record.redirect_uri.clone()).unwrap());
        let (url, _) = client
            .authorize_url(|| CsrfToken::new("r.request-id".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .add_scope(Scope::new(record.scopes))
            .url();
        let mut theirs: Vec<(String, String)> = url.query_pairs().into_owned().collect();

        // ours has what Entra and OpenID Connect add
        let oauth: Vec<String> = theirs.iter().map(|(name, _)| name.clone()).collect();
        ours.retain(|(name, _)| oauth.contains(name));
        ours.sort_unstable();
        theirs.sort_unstable();
        assert_eq!(ours, theirs);
    }

    #[test]
    fn case_05_odd_texts_survive() {
        let claims = "{\"access_token\":{\"x\":{\"value\":\"a b+c&d#e=ü'%41\"}}}";
        for odd in [
            "a b+c&d#e@contoso.test",
            "o'neil+ä@contoso.test",
            "\"<%2B>\\\u{1f600}",
        ] {
            let (_, query) = asked(&record(Some(claims)), None, Some(Hint::Name(odd))).unwrap();

            assert!(
                query.contains(&("login_hint".to_owned(), odd.to_owned())),
                "{odd}"
            );
            assert!(query.contains(&("claims".to_owned(), claims.to_owned())));
        }
    }

    #[test]
    fn case_06_each_hint_goes_by_its_parameter() {
        let names = |hint| {
            let (_, query) = asked(&record(None), None, hint).unwrap();
            let is_hint = |name: &String| name.ends_with("_hint") || name == "sid";
            let names = query.into_iter().map(|(name, _)| name);
            names.filter(is_hint).collect::<Vec<_>>()
        };

        assert_eq!(names(None), ["domain_hint"]);
        assert_eq!(names(Some(Hint::Session("s"))), ["sid", "domain_hint"]);
        assert_eq!(names(Some(Hint::Name("n"))), ["login_hint", "domain_hint"]);
        assert_eq!(names(Some(Hint::Opaque("o"))), ["login_hint"]);
    }

    #[test]
    fn a_request_the_service_would_refuse_is_not_made() {
        let long = "x".repeat(2_000);
        assert_eq!(
            asked(&record(Some(&long)), None, None),
            Err(RequestFault::TooLong)
        );

        let mut relative = record(None);
        relative.redirect_uri = "/auth/bridge.html".to_owned();
        assert_eq!(asked(&relative, None, None), Err(RequestFault::Address));
    }
}
