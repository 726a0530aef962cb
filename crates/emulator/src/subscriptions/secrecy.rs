//! Encrypted contents, as "Set up change notifications that include resource data" has them:
//! AES-256-CBC with PKCS #7 padding, signed by HMAC-SHA256, the key wrapped by RSA-OAEP.

use aes::Aes256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut as _, KeyIvInit as _};
use num_bigint::BigUint;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY as SHA1, digest};
use ring::hmac;
use serde_json::{Value, json};
use x509_cert::Certificate as X509;
use x509_cert::der::asn1::UintRef;
use x509_cert::der::{Decode as _, Reader as _, SliceReader};

use super::subscription::Certificate;
use crate::ident::random_bytes;

/// Reads the base64 of a certificate's DER; nothing when it isn't one with an RSA key.
pub(crate) fn certificate(id: &str, text: &str) -> Option<Certificate> {
    let der = STANDARD.decode(text.trim()).ok()?;
    let certificate = X509::from_der(&der).ok()?;
    let key = &certificate.tbs_certificate.subject_public_key_info;
    let key = key.subject_public_key.as_bytes()?;
    // RFC 8017, appendix A.1.1: the two numbers in a sequence.
    let mut reader = SliceReader::new(key).ok()?;
    let (modulus, exponent) = reader
        .sequence(|inside| {
            let number = |one: UintRef<'_>| one.as_bytes().to_vec();
            Ok((number(inside.decode()?), number(inside.decode()?)))
        })
        .ok()?;
    (modulus.len() >= 256).then(|| Certificate {
        id: id.to_owned(),
        text: text.to_owned(),
        thumbprint: hexadecimal(digest(&SHA1, &der).as_ref()),
        modulus,
        exponent,
    })
}

/// `changeNotificationEncryptedContent`, with a key of its own each time.
pub(super) fn encrypted(content: &Value, certificate: &Certificate) -> Value {
    let key = random_bytes::<32>();
    let mut start = [0; 16];
    start.copy_from_slice(&key[..16]);
    let data = cbc::Encryptor::<Aes256>::new(&key.into(), &start.into())
        .encrypt_padded_vec_mut::<Pkcs7>(content.to_string().as_bytes());
    let signature = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), &data);
    let wrapped = wrapped(&key, random_bytes(), certificate);
    json!({
        "data": STANDARD.encode(&data),
        "dataSignature": STANDARD.encode(signature),
        "dataKey": STANDARD.encode(wrapped),
        "encryptionCertificateId": certificate.id,
        "encryptionCertificateThumbprint": certificate.thumbprint,
    })
}

/// Length of a SHA-1 hash, in bytes.
const HASH: usize = 20;

/// RSA-OAEP with SHA-1 and no label (RFC 8017, section 7.1.1).
///
/// With a public key there is no secret that time could betray, so big numbers are enough.
fn wrapped(message: &[u8], seed: [u8; HASH], certificate: &Certificate) -> Vec<u8> {
    let size = certificate.modulus.len();
    let mut block = digest(&SHA1, b"").as_ref().to_vec();
    block.resize(size - HASH - 2 - message.len(), 0);
    block.push(1);
    block.extend_from_slice(message);
    let masked: Vec<u8> = xor(&block, &mask(&seed, block.len()));
    let masked_seed = xor(&seed, &mask(&masked, HASH));
    let encoded = [masked_seed, masked].concat();
    let number = BigUint::from_bytes_be(&encoded).modpow(
        &BigUint::from_bytes_be(&certificate.exponent),
        &BigUint::from_bytes_be(&certificate.modulus),
    );
    let bytes = number.to_bytes_be();
    [vec![0; size - bytes.len()], bytes].concat()
}

/// MGF1 with SHA-1 (RFC 8017, appendix B.2.1).
fn mask(seed: &[u8], length: usize) -> Vec<u8> {
    let hashes = (0_u32..).flat_map(|counter| {
        let input = [seed, &counter.to_be_bytes()].concat();
        digest(&SHA1, &input).as_ref().to_vec()
    });
    hashes.take(length).collect()
}

fn xor(one: &[u8], other: &[u8]) -> Vec<u8> {
    one.iter()
        .zip(other)
        .map(|(one, other)| one ^ other)
        .collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another implementation made of the same key, message and seed.
    const WRAPPED: &str = "kSh6OjGrNyEjnZo8PjPBUwWAEyj82tv5CMdK7rlfBdQBP4+x3vzm8OrmV4ZjPKss59FUpVGwbCobBP1cPBF8l+Wn3PP0vbwR7P0OhpH4SUkI/qnIc6hMJkzv6hri+sVuZ0pjLC2njeQ/ZEqpMHQvMUEXasHFBT4EXWb/bXCFfcIlyOENDtNBVHF2R0ylaQ3gfRYr9TGF5/rPepkc1UFtJIu/DZu0m17GqdQGFwSzhB/f9YKOM8KYM5VSnwRBQYe1tirWfAVV3bkx21q3inzTbS2Z7z6ObZePlnpjI9QWvAQ3o0jp7dKWiQemyfrjA69Yd1vyQymOrpD8GgfXoGwGIg==";
    const MODULUS: &str = "luS6CC/lTePYW/opy0zlZrB6JRTG28f8vZ7rqkt2sA6XAW8eEi5+MupfEh/ECtMMh/0euID2l168IGVbS/TASBYfChTENi1HMYAbYcYfStxnfbjVm4GM8cYPXkWsg0Hq4DGYKmooy1YEeyx9tGs7cgElPyslysjKEBVhD+Bj1Z9Qdzdu3EaYJM/DuCm/B3i2FhUKvrTJwGEeQT1gdtAoeryVL5tmrxIb2uImo6Q1Quz5KVrN9DK/JH9pBM5BZatTVeW92enFJiYq4N80Cr9/UPT0poFno2xs8QX6mG1WKQRVwEKCxphea0NWyz6KHq6S+ATYO3kTr5nQwZcIrEO1CQ==";
    const SEED: [u8; HASH] = [
        0x31, 0xc3, 0x1a, 0x22, 0x35, 0x95, 0x18, 0xb9, 0xb0, 0x2d, 0x7a, 0xc7, 0x5d, 0x8f, 0x82,
        0x59, 0x45, 0x33, 0xbb, 0x80,
    ];

    #[test]
    fn keys_are_wrapped_as_elsewhere() {
        let certificate = Certificate {
            id: String::new(),
            text: String::new(),
            thumbprint: String::new(),
            modulus: STANDARD.decode(MODULUS).unwrap(),
            exponent: vec![1, 0, 1],
        };
        let message: Vec<u8> = (0..32).collect();
        let wrapped = wrapped(&message, SEED, &certificate);
        assert_eq!(STANDARD.encode(wrapped), WRAPPED);
    }

    #[test]
    fn what_is_no_certificate_is_none() {
        for text in ["", "AAAA", "not base64!", "MAMCAQA="] {
            assert!(certificate("id", text).is_none(), "{text}");
        }
    }
}
