//! A signed token in its compact form (RFC 7515, section 7.1; RFC 7519).

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use super::claims::Claims;
use super::keys::PublicKey;
use crate::metrics::Refusal;

/// Longer tokens are not Entra's.
const LONGEST: usize = 16 * 1024;

#[derive(Debug, Deserialize)]
struct Header {
    alg: String,
    kid: String,
    /// Extensions that must be understood (RFC 7515, section 4.1.11): there are none.
    crit: Option<serde_json::Value>,
}

/// A token whose signature has not been looked at.
#[derive(Debug)]
pub(super) struct Jwt<'a> {
    header: Header,
    signed: &'a str,
    payload: &'a str,
    signature: Vec<u8>,
}

impl<'a> Jwt<'a> {
    /// Takes the token apart; RS256 is the only algorithm there is.
    pub(super) fn read(text: &'a str) -> Result<Self, Refusal> {
        if text.len() > LONGEST {
            return Err(Refusal::malformed);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(Refusal::malformed)?;
        let (header, payload) = signed.split_once('.').ok_or(Refusal::malformed)?;
        if payload.contains('.') {
            return Err(Refusal::malformed);
        }
        let header = decoded(header)?;
        // the algorithm first: a token with `none` has neither key nor signature
        let named: Algorithm = serde_json::from_slice(&header).map_err(|_| Refusal::malformed)?;
        if named.alg != "RS256" {
            return Err(Refusal::algorithm);
        }
        let header: Header = serde_json::from_slice(&header).map_err(|_| Refusal::malformed)?;
        if header.crit.is_some() || header.alg != named.alg {
            return Err(Refusal::malformed);
        }
        Ok(Self {
            header,
            signed,
            payload,
            signature: decoded(signature)?,
        })
    }

    pub(super) fn kid(&self) -> &str {
        &self.header.kid
    }

    pub(super) fn verify(&self, key: &PublicKey) -> Result<(), Refusal> {
        let key = RsaPublicKeyComponents {
            n: &key.modulus,
            e: &key.exponent,
        };
        let signed = self.signed.as_bytes();
        key.verify(&RSA_PKCS1_2048_8192_SHA256, signed, &self.signature)
            .map_err(|_| Refusal::signature)
    }

    /// What the token says; to be believed only after [`Jwt::verify`].
    pub(super) fn claims(&self) -> Result<Claims, Refusal> {
        serde_json::from_slice(&decoded(self.payload)?).map_err(|_| Refusal::malformed)
    }
}

#[derive(Debug, Deserialize)]
struct Algorithm {
    alg: String,
}

fn decoded(part: &str) -> Result<Vec<u8>, Refusal> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| Refusal::malformed)
}
