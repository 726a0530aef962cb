//! Contents that Graph encrypts for the relay, opened.
//!
//! Each item has a key of its own, wrapped by RSA-OAEP for the certificate that the subscription
//! was made with; its data are AES-256-CBC with PKCS #7 padding under HMAC-SHA256.
//!
//! Source: Graph's page "Set up change notifications that include resource data".

mod keys;

use aws_lc_rs::cipher::{AES_256, DecryptionContext, PaddedBlockDecryptingKey, UnboundCipherKey};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Map, Value};

pub(crate) use keys::ContentKeys;

/// Why contents can't be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unopened {
    /// They are for a certificate that isn't configured any more.
    UnknownCertificate,
    /// Whoever made them didn't have the key that they are signed with, or they are broken.
    Forged,
}

/// `changeNotificationEncryptedContent`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sealed {
    data: String,
    data_signature: String,
    data_key: String,
    encryption_certificate_id: String,
}

/// The block length of AES, in bytes: the start of the key is the start of the chain.
const BLOCK: usize = 16;

impl ContentKeys {
    /// Opens the `encryptedContent` of an item.
    ///
    /// Wrong wrapping, wrong signature and wrong padding are one and the same to who sent them.
    pub(crate) fn open(&self, sealed: &Value) -> Result<Map<String, Value>, Unopened> {
        let sealed = Sealed::deserialize(sealed).map_err(|_| Unopened::Forged)?;
        let pair = self.named(&sealed.encryption_certificate_id);
        let pair = pair.ok_or(Unopened::UnknownCertificate)?;
        let bytes = |text: &str| STANDARD.decode(text).map_err(|_| Unopened::Forged);
        let key = pair.unwrap(&bytes(&sealed.data_key)?);
        let key = key.map_err(|_| Unopened::Forged)?;
        let mut data = bytes(&sealed.data)?;
        let check = hmac::Key::new(hmac::HMAC_SHA256, &key);
        hmac::verify(&check, &data, &bytes(&sealed.data_signature)?)
            .map_err(|_| Unopened::Forged)?;
        let plain = decrypted(&key, &mut data).ok_or(Unopened::Forged)?;
        serde_json::from_slice(plain).map_err(|_| Unopened::Forged)
    }
}

fn decrypted<'d>(key: &[u8], data: &'d mut [u8]) -> Option<&'d [u8]> {
    let start: [u8; BLOCK] = key.first_chunk().copied()?;
    let key = UnboundCipherKey::new(&AES_256, key).ok()?;
    let key = PaddedBlockDecryptingKey::cbc_pkcs7(key).ok()?;
    let context = DecryptionContext::Iv128(start.into());
    key.decrypt(data, context).ok().map(|plain| &*plain)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
