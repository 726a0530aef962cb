//! The settings by which the relay calls Graph itself.

use super::check::base;
use super::{
    ConfigError, ContentKey, CredentialChoice, Extent, Part, Settings, Subscribe, TenantMode, Trust,
};

/// How the relay calls Graph; `None` without a credential.
pub(super) fn mode(given: &Settings, trust: &Trust) -> Result<Option<TenantMode>, ConfigError> {
    let subscribe = subscribe(given)?;
    let Some(credential) = credential(given)? else {
        return match subscribe {
            Subscribe::Nothing => Ok(None),
            Subscribe::Tenant | Subscribe::Organizers(_) => Err(ConfigError::Wrong(
                "subscribe",
                "given together with client_secret, or client_certificate and client_key",
            )),
        };
    };
    let graph = given.graph.as_deref();
    let endpoint = [&trust.authority, "/", &trust.tenant, "/oauth2/v2.0/token"];
    Ok(Some(TenantMode {
        graph: base("graph", graph.unwrap_or("https://graph.microsoft.com"))?,
        token_endpoint: endpoint.concat(),
        client: trust.app_id.clone(),
        credential,
        kinds: kinds(given, &subscribe)?,
        subscribe,
    }))
}

fn credential(given: &Settings) -> Result<Option<CredentialChoice>, ConfigError> {
    let secret = given.client_secret.as_ref();
    let files = (given.client_certificate.as_ref(), given.client_key.as_ref());
    match (secret, files) {
        (None, (None, None)) => Ok(None),
        (Some(secret), (None, None)) => Ok(Some(CredentialChoice::Secret(secret.clone()))),
        (None, (Some(certificate), Some(key))) => Ok(Some(CredentialChoice::Certificate {
            certificate: certificate.clone(),
            key: key.clone(),
        })),
        _ => Err(ConfigError::Wrong(
            "client_secret",
            "alone, or client_certificate and client_key together",
        )),
    }
}

fn subscribe(given: &Settings) -> Result<Subscribe, ConfigError> {
    let organizers = given.organizers.clone().unwrap_or_default();
    // they stand between quotes in a path
    let is_id = |id: &String| {
        (1..=64).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if !organizers.iter().all(is_id) {
        return Err(ConfigError::Wrong("organizers", "object ids of users"));
    }
    match (given.subscribe, organizers.is_empty()) {
        (None, true) => Ok(Subscribe::Nothing),
        (None, false) => Ok(Subscribe::Organizers(organizers)),
        (Some(Extent::Tenant), true) => Ok(Subscribe::Tenant),
        (Some(Extent::Tenant), false) => Err(ConfigError::Wrong(
            "organizers",
            "left out where subscribe is tenant: that is everybody",
        )),
    }
}

fn kinds(given: &Settings, subscribe: &Subscribe) -> Result<Vec<Part>, ConfigError> {
    let mut kinds: Vec<Part> = Vec::new();
    for kind in given.kinds.as_deref().unwrap_or_default() {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    match kinds.is_empty() || *subscribe != Subscribe::Nothing {
        true => Ok(kinds),
        false => Err(ConfigError::Wrong(
            "kinds",
            "given together with subscribe or organizers",
        )),
    }
}

/// Certificates and keys, in pairs.
pub(super) fn content_keys(given: &Settings) -> Result<Vec<ContentKey>, ConfigError> {
    let certificates = given.content_certificates.as_deref().unwrap_or_default();
    let keys = given.content_keys.as_deref().unwrap_or_default();
    if certificates.len() != keys.len() {
        return Err(ConfigError::Wrong(
            "content_keys",
            "as many files as content_certificates, in the same order",
        ));
    }
    let pairs = certificates.iter().zip(keys);
    let pair = |(certificate, key): (&std::path::PathBuf, &std::path::PathBuf)| ContentKey {
        certificate: certificate.clone(),
        key: key.clone(),
    };
    Ok(pairs.map(pair).collect())
}
