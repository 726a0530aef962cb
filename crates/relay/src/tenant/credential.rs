//! How the relay proves to the sign-in service that it is itself.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PSS_SHA256, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use serde_json::json;

use crate::config::{CredentialChoice, Secret};
use crate::random;

/// A credential that can't be used; the text names no part of it.
#[derive(Debug)]
pub(crate) struct CredentialError(String);

impl fmt::Display for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the relay's own credential: {}", self.0)
    }
}

impl std::error::Error for CredentialError {}

/// A secret, or a certificate with its key.
pub(super) enum Credential {
    Secret(Secret),
    Certificate {
        key: Box<RsaKeyPair>,
        /// SHA-256 of the certificate, base64url (`x5t#S256`).
        thumbprint: String,
    },
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential([redacted])")
    }
}

impl Credential {
    pub(super) fn read(choice: &CredentialChoice) -> Result<Self, CredentialError> {
        let told = |what: &str, error: &dyn fmt::Display| {
            CredentialError([what, ": ", &error.to_string()].concat())
        };
        match choice {
            CredentialChoice::Secret(secret) => Ok(Self::Secret(secret.clone())),
            CredentialChoice::Certificate { certificate, key } => {
                let certificate = CertificateDer::from_pem_file(certificate)
                    .map_err(|error| told("the certificate", &error))?;
                let key = PrivateKeyDer::from_pem_file(key);
                let key = match key.map_err(|error| told("the key", &error))? {
                    PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der()),
                    PrivateKeyDer::Pkcs8(der) => RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()),
                    _ => return Err(CredentialError("the key is not an RSA key".to_owned())),
                };
                Ok(Self::Certificate {
                    key: Box::new(key.map_err(|error| told("the key", &error))?),
                    thumbprint: URL_SAFE_NO_PAD.encode(digest(&SHA256, &certificate)),
                })
            }
        }
    }

    /// What the request for a token says of it (RFC 6749, section 2.3.1; RFC 7523, section 2.2).
    pub(super) fn fields(
        &self,
        client: &str,
        endpoint: &str,
        now: Timestamp,
    ) -> Result<Vec<(&'static str, String)>, CredentialError> {
        match self {
            Self::Secret(secret) => Ok(vec![("client_secret", secret.reveal().to_owned())]),
            Self::Certificate { key, thumbprint } => {
                let assertion = assertion(key, thumbprint, client, endpoint, now)?;
                let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                Ok(vec![
                    ("client_assertion_type", kind.to_owned()),
                    ("client_assertion", assertion),
                ])
            }
        }
    }
}

/// For how many seconds an assertion holds.
const HOLDS_S: i64 = 300;

/// A signed statement that holds for minutes (Entra: "Certificate credentials").
fn assertion(
    key: &RsaKeyPair,
    thumbprint: &str,
    client: &str,
    endpoint: &str,
    now: Timestamp,
) -> Result<String, CredentialError> {
    let failed = || CredentialError("can't sign".to_owned());
    let now = now.as_second();
    let header = json!({ "alg": "PS256", "typ": "JWT", "x5t#S256": thumbprint });
    let claims = json!({
        "aud": endpoint, "iss": client, "sub": client,
        "jti": random::text::<16>().ok_or_else(failed)?,
        "iat": now, "nbf": now, "exp": now + HOLDS_S,
    });
    let part = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = [&part(&header), ".", &part(&claims)].concat();
    let mut signature = vec![0; key.public_modulus_len()];
    let random = SystemRandom::new();
    key.sign(&RSA_PSS_SHA256, &random, signed.as_bytes(), &mut signature)
        .map_err(|_| failed())?;
    Ok([&signed, ".", &URL_SAFE_NO_PAD.encode(signature)].concat())
}
