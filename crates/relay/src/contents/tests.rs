//! Contents sealed as Graph seals them, and what doesn't open.

use aws_lc_rs::cipher::{AES_256, EncryptionContext, PaddedBlockEncryptingKey, UnboundCipherKey};
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::hmac;
use aws_lc_rs::rsa::{
    KeyPair, KeySize, OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm,
    OaepPublicEncryptingKey, PublicEncryptingKey,
};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use serde_json::{Value, json};

use super::keys::Pair;
use super::{ContentKeys, Unopened};

const KEY: [u8; 32] = *b"0123456789abcdef0123456789ABCDEF";

/// Graph's side: whoever has the certificate.
struct Sender {
    keys: ContentKeys,
    public: OaepPublicEncryptingKey,
}

fn pair() -> (KeyPair, Pair) {
    let key = KeyPair::generate(KeySize::Rsa2048).unwrap();
    // all that is looked for in a certificate is the key
    let certificate = CertificateDer::from(key.public_key().as_ref().to_vec());
    let der: Pkcs8V1Der<'_> = key.as_der().unwrap();
    let private = PrivateKeyDer::Pkcs8(der.as_ref().to_vec().into());
    let pair = Pair::of(&certificate, &private).unwrap();
    (key, pair)
}

impl Sender {
    fn new() -> Self {
        let (key, pair) = pair();
        let der: aws_lc_rs::encoding::PublicKeyX509Der<'_> = key.public_key().as_der().unwrap();
        let public = PublicEncryptingKey::from_der(der.as_ref()).unwrap();
        Self {
            keys: ContentKeys::of(vec![pair]),
            public: OaepPublicEncryptingKey::new(public).unwrap(),
        }
    }

    fn wrap(&self, algorithm: &'static OaepAlgorithm, key: &[u8]) -> String {
        let mut room = vec![0; self.public.ciphertext_size()];
        let wrapped = self.public.encrypt(algorithm, key, &mut room, None);
        STANDARD.encode(wrapped.unwrap())
    }

    fn seal(&self, content: &[u8]) -> Value {
        let key = UnboundCipherKey::new(&AES_256, &KEY).unwrap();
        let key = PaddedBlockEncryptingKey::cbc_pkcs7(key).unwrap();
        let mut data = content.to_vec();
        let start: [u8; 16] = *KEY.first_chunk().unwrap();
        key.less_safe_encrypt(&mut data, EncryptionContext::Iv128(start.into()))
            .unwrap();
        let signature = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &KEY), &data);
        json!({
            "data": STANDARD.encode(&data),
            "dataSignature": STANDARD.encode(signature),
            "dataKey": self.wrap(&OAEP_SHA1_MGF1SHA1, &KEY),
            "encryptionCertificateId": self.keys.certificate().id,
            "encryptionCertificateThumbprint": "is not looked at",
        })
    }
}

#[test]
fn what_is_sealed_for_the_relay_opens() {
    let sender = Sender::new();
    for content in [
        json!({}),
        json!({ "eventType": "callStarted", "n": [1, null, "ü"] }),
    ] {
        let sealed = sender.seal(content.to_string().as_bytes());
        assert_eq!(sender.keys.open(&sealed).map(Value::Object), Ok(content));
    }
}

#[test]
fn whatever_is_changed_it_is_forged() {
    let sender = Sender::new();
    let good = sender.seal(b"{\"eventType\":\"callStarted\"}");
    let other_hash = sender.wrap(&OAEP_SHA256_MGF1SHA256, &KEY);
    let short = sender.wrap(&OAEP_SHA1_MGF1SHA1, &KEY[..16]);
    let other_key = sender.wrap(&OAEP_SHA1_MGF1SHA1, &[7; 32]);
    let mut changed = STANDARD.decode(good["data"].as_str().unwrap()).unwrap();
    changed[3] ^= 1;
    for (name, value) in [
        ("data", json!(STANDARD.encode(&changed))),
        ("data", json!("")),
        ("data", json!("%%%")),
        ("data", json!(null)),
        ("dataSignature", json!(STANDARD.encode([0; 32]))),
        ("dataSignature", json!("")),
        ("dataKey", json!(other_hash)),
        ("dataKey", json!(short)),
        ("dataKey", json!(other_key)),
        ("dataKey", json!(STANDARD.encode([255; 256]))),
        ("dataKey", json!("")),
    ] {
        let mut sealed = good.clone();
        sealed[name] = value.clone();
        let opened = sender.keys.open(&sealed);
        assert_eq!(opened, Err(Unopened::Forged), "{name}: {value}");
    }
    assert_eq!(sender.keys.open(&json!("text")), Err(Unopened::Forged));
    let no_object = sender.seal(b"[1]");
    assert_eq!(sender.keys.open(&no_object), Err(Unopened::Forged));
}

#[test]
fn an_old_certificate_still_opens_and_a_foreign_one_does_not() {
    let sender = Sender::new();
    let sealed = sender.seal(b"{}");
    let ContentKeys { first: old, .. } = sender.keys;
    let rotated = ContentKeys::of(vec![pair().1, old]);
    assert!(rotated.open(&sealed).is_ok());
    assert_ne!(
        json!(rotated.certificate().id),
        sealed["encryptionCertificateId"]
    );
    let foreign = ContentKeys::of(vec![pair().1]);
    assert_eq!(foreign.open(&sealed), Err(Unopened::UnknownCertificate));
}

#[test]
fn a_key_has_to_be_its_certificates() {
    let (key, _) = pair();
    let der: Pkcs8V1Der<'_> = key.as_der().unwrap();
    let private = PrivateKeyDer::Pkcs8(der.as_ref().to_vec().into());
    let (other, _) = pair();
    let certificate = CertificateDer::from(other.public_key().as_ref().to_vec());
    let refused = Pair::of(&certificate, &private).err();
    assert_eq!(refused, Some("the key is not the certificate's"));
}
