//! An application that proves itself with a certificate (RFC 7523, section 2.2; "Microsoft
//! identity platform application authentication certificate credentials").

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::Timestamp;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY as SHA1, SHA256, digest};
use ring::signature::{
    RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256, RsaParameters, RsaPublicKeyComponents,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::Failure;
use crate::subscriptions::certificate;
use crate::wire::Form;

/// The one kind of assertion that is taken.
const KIND: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// How far clocks may differ, in seconds.
const LEEWAY_S: i64 = 300;

/// What an assertion is measured by.
#[derive(Debug)]
pub(super) struct Registration<'r> {
    /// The application's id.
    pub(super) client: &'r str,
    /// Base64 of the DER of each certificate that the application has in the directory.
    pub(super) certificates: &'r [String],
    /// Whom an assertion may be for: the token endpoint, the issuer.
    pub(super) audiences: [String; 2],
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    /// SHA-1 of the certificate.
    x5t: Option<String>,
    /// SHA-256 of it.
    #[serde(rename = "x5t#S256")]
    x5t_s256: Option<String>,
}

#[derive(Deserialize)]
struct Claims {
    aud: String,
    iss: String,
    sub: String,
    jti: String,
    exp: i64,
    nbf: Option<i64>,
}

/// Checks the assertion of a token request.
pub(super) fn check(
    form: &Form,
    registration: &Registration<'_>,
    now: Timestamp,
) -> Result<(), Failure> {
    if form.get("client_assertion_type") != Some(KIND) {
        let text = "The request body must contain the following parameter: \
                    'client_assertion_type', for a client assertion of the type jwt-bearer.";
        return Err(Failure::new("invalid_request", 900_144, text));
    }
    let text = form.get("client_assertion").unwrap_or_default();
    let malformed = || {
        let text = "JWT token is invalid or malformed.";
        Failure::new("invalid_request", 50_027, text)
    };
    let (signed, signature) = text.rsplit_once('.').ok_or_else(malformed)?;
    let (header, claims) = signed.split_once('.').ok_or_else(malformed)?;
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| malformed())?;
    let header: Header = decoded(header).ok_or_else(malformed)?;
    let claims: Claims = decoded(claims).ok_or_else(malformed)?;
    let algorithm: &RsaParameters = match header.alg.as_str() {
        "RS256" => &RSA_PKCS1_2048_8192_SHA256,
        "PS256" => &RSA_PSS_2048_8192_SHA256,
        _ => return Err(malformed()),
    };
    let registered = registration
        .certificates
        .iter()
        .find(|one| is_named(&header, one))
        .and_then(|one| certificate("", one));
    let Some(key) = registered else {
        let text = "The certificate with identifier used to sign the client assertion is not \
                    registered on application.";
        return Err(Failure::new("invalid_client", 700_027, text));
    };
    let key = RsaPublicKeyComponents {
        n: key.modulus.strip_prefix(&[0]).unwrap_or(&key.modulus),
        e: &key.exponent,
    };
    if key
        .verify(algorithm, signed.as_bytes(), &signature)
        .is_err()
    {
        let text = "Client assertion failed signature validation.";
        return Err(Failure::new("invalid_client", 700_027, text));
    }
    believe(&claims, registration, now.as_second())
}

fn believe(claims: &Claims, registration: &Registration<'_>, now: i64) -> Result<(), Failure> {
    let is_client = |name: &str| name.eq_ignore_ascii_case(registration.client);
    let (number, text) = if !is_client(&claims.iss) || !is_client(&claims.sub) {
        let text = "Client assertion application identifier doesn't match 'client_id' parameter.";
        (700_021, text)
    } else if !registration.audiences.contains(&claims.aud) {
        let text = "Client assertion audience claim does not match Realm issuer.";
        (700_023, text)
    } else if claims.exp.saturating_add(LEEWAY_S) <= now
        || claims
            .nbf
            .is_some_and(|from| from.saturating_sub(LEEWAY_S) > now)
    {
        let text = "Client assertion is not within its valid time range.";
        (700_024, text)
    } else if claims.jti.is_empty() {
        (50_027, "JWT token is invalid or malformed.")
    } else {
        return Ok(());
    };
    Err(Failure::new("invalid_client", number, text))
}

/// Whether the header's thumbprint is this certificate's.
fn is_named(header: &Header, text: &str) -> bool {
    let Ok(der) = STANDARD.decode(text) else {
        return false;
    };
    match (&header.x5t_s256, &header.x5t) {
        (Some(hash), _) => *hash == URL_SAFE_NO_PAD.encode(digest(&SHA256, &der)),
        (None, Some(hash)) => *hash == URL_SAFE_NO_PAD.encode(digest(&SHA1, &der)),
        (None, None) => false,
    }
}

fn decoded<T: DeserializeOwned>(part: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}
