//! Certificates that contents are encrypted for, and their keys.

use std::fmt;
use std::path::Path;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rsa::{KeyPair, OAEP_SHA1_MGF1SHA1, OaepPrivateDecryptingKey, PrivateDecryptingKey};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};

use crate::config::ContentKey;

/// Files that can't be used; names the file, and no part of a key.
#[derive(Debug)]
pub(crate) struct ContentKeysError(String);

impl fmt::Display for ContentKeysError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ContentKeysError {}

/// A certificate as a subscription names it.
#[derive(Debug, Clone)]
pub(crate) struct Certificate {
    /// The first half of its SHA-256, hexadecimal: Graph gives it back with each content.
    pub(crate) id: String,
    pub(crate) der_base64: String,
}

/// A certificate and its key.
#[rustfmt::skip]
pub(super) struct Pair {
    certificate: Certificate,
    key: OaepPrivateDecryptingKey,
}

impl fmt::Debug for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pair")
            .field("certificate", &self.certificate.id)
            .finish_non_exhaustive()
    }
}

/// All of them: the first one is for new subscriptions, the others for those that there are.
#[derive(Debug)]
pub(crate) struct ContentKeys {
    pub(super) first: Pair,
    others: Vec<Pair>,
}

impl ContentKeys {
    /// Reads the files; `None` if none are configured.
    pub(crate) fn read(configured: &[ContentKey]) -> Result<Option<Self>, ContentKeysError> {
        let mut pairs = configured.iter().map(|files| {
            let named = |file: &Path, why: &dyn fmt::Display| {
                let name = file.display().to_string();
                ContentKeysError([&name, ": ", &why.to_string()].concat())
            };
            let certificate = CertificateDer::from_pem_file(&files.certificate)
                .map_err(|error| named(&files.certificate, &error))?;
            let key = PrivateKeyDer::from_pem_file(&files.key)
                .map_err(|error| named(&files.key, &error))?;
            Pair::of(&certificate, &key).map_err(|why| named(&files.key, &why))
        });
        let Some(first) = pairs.next().transpose()? else {
            return Ok(None);
        };
        let others = pairs.collect::<Result<_, _>>()?;
        Ok(Some(Self { first, others }))
    }

    /// The certificate for new subscriptions.
    pub(crate) fn certificate(&self) -> &Certificate {
        &self.first.certificate
    }

    pub(super) fn named(&self, id: &str) -> Option<&Pair> {
        let mut all = std::iter::once(&self.first).chain(&self.others);
        all.find(|pair| pair.certificate.id == id)
    }

    #[cfg(test)]
    pub(super) fn of(pairs: Vec<Pair>) -> Self {
        let mut pairs = pairs.into_iter();
        Self {
            first: pairs.next().unwrap(),
            others: pairs.collect(),
        }
    }
}

impl Pair {
    pub(super) fn of(
        certificate: &CertificateDer<'_>,
        key: &PrivateKeyDer<'_>,
    ) -> Result<Self, &'static str> {
        let pair = match key {
            PrivateKeyDer::Pkcs1(der) => KeyPair::from_der(der.secret_pkcs1_der()),
            PrivateKeyDer::Pkcs8(der) => KeyPair::from_pkcs8(der.secret_pkcs8_der()),
            _ => return Err("not an RSA key"),
        };
        let pair = pair.map_err(|_| "not an RSA key of 2048 bits or more")?;
        // the modulus stands in the certificate as it is
        let modulus = pair
            .public_key()
            .modulus()
            .big_endian_without_leading_zero();
        let is_its = certificate
            .windows(modulus.len())
            .any(|part| part == modulus);
        if !is_its {
            return Err("the key is not the certificate's");
        }
        let unusable = |_| "a key that can't decrypt";
        let der: Pkcs8V1Der<'_> = pair.as_der().map_err(unusable)?;
        let key = PrivateDecryptingKey::from_pkcs8(der.as_ref());
        let key = key.map_err(|_| "a key that can't decrypt")?;
        let hash = digest(&SHA256, certificate);
        let half = &hash.as_ref()[..16];
        let id = half.iter().map(|byte| {
            let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or('0');
            [digit(byte >> 4), digit(byte & 15)]
        });
        Ok(Self {
            certificate: Certificate {
                id: id.flatten().collect(),
                der_base64: STANDARD.encode(certificate),
            },
            key: OaepPrivateDecryptingKey::new(key).map_err(unusable)?,
        })
    }

    /// Unwraps a key by RSA-OAEP with SHA-1, as Graph wraps it, in constant time.
    pub(super) fn unwrap(&self, wrapped: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let mut room = vec![0; self.key.min_output_size()];
        let key = self
            .key
            .decrypt(&OAEP_SHA1_MGF1SHA1, wrapped, &mut room, None)?;
        let length = key.len();
        room.truncate(length);
        Ok(room)
    }
}
