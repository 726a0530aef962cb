//! RSA keys that sign tokens for the tests. They are no secrets: their primes follow from words.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use num_bigint::BigUint;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::rsa::{KeyPair, KeyPairComponents, PublicKeyComponents};
use ring::signature::RSA_PKCS1_SHA256;
use serde_json::{Value, json};

pub(crate) struct Signer {
    pair: KeyPair,
    kid: String,
    modulus: Vec<u8>,
    /// RFC 8017, appendix A.1.2, in PEM form.
    pem: String,
}

/// How far the primes lie after the numbers that the words give.
const FIRST: [(&str, u32); 2] = [("first p", 148), ("first q", 44)];
const SECOND: [(&str, u32); 2] = [("second p", 508), ("second q", 534)];

impl Signer {
    pub(crate) fn first() -> Self {
        Self::of(FIRST, "first")
    }

    pub(crate) fn second() -> Self {
        Self::of(SECOND, "second")
    }

    /// The same key under another name.
    pub(crate) fn named(mut self, kid: &str) -> Self {
        self.kid = kid.to_owned();
        self
    }

    fn of(primes: [(&str, u32); 2], kid: &str) -> Self {
        let mut primes = primes.map(|(word, distance)| started_from(word) + distance);
        primes.sort();
        let [q, p] = primes;
        let one = BigUint::from(1_u8);
        let e = BigUint::from(65_537_u32);
        let d = e.modinv(&((&p - &one) * (&q - &one))).unwrap();
        let modulus = (&p * &q).to_bytes_be();
        let (d_p, d_q) = (&d % (&p - &one), &d % (&q - &one));
        let q_inverse = q.modinv(&p).unwrap();
        let numbers = [
            &BigUint::from(0_u8),
            &(&p * &q),
            &e,
            &d,
            &p,
            &q,
            &d_p,
            &d_q,
            &q_inverse,
        ];
        let pem = pem("RSA PRIVATE KEY", &sequence(&numbers));
        let components = KeyPairComponents {
            public_key: PublicKeyComponents {
                n: modulus.clone(),
                e: e.to_bytes_be(),
            },
            d: d.to_bytes_be(),
            p: p.to_bytes_be(),
            q: q.to_bytes_be(),
            dP: d_p.to_bytes_be(),
            dQ: d_q.to_bytes_be(),
            qInv: q_inverse.to_bytes_be(),
        };
        Self {
            pair: KeyPair::from_components(&components).unwrap(),
            kid: kid.to_owned(),
            modulus,
            pem,
        }
    }

    /// The private key as a file holds it.
    pub(crate) fn pem(&self) -> &str {
        &self.pem
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.sign_as(
            &json!({ "typ": "JWT", "alg": "RS256", "kid": self.kid }),
            claims,
        )
    }

    pub(crate) fn sign_as(&self, header: &Value, claims: &Value) -> String {
        let signed = unsigned(header, claims);
        let mut signature = vec![0; self.pair.public().modulus_len()];
        let random = SystemRandom::new();
        let bytes = signed.as_bytes();
        self.pair
            .sign(&RSA_PKCS1_SHA256, &random, bytes, &mut signature)
            .unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// The modulus: what a forger knows of the key.
    pub(crate) fn modulus(&self) -> &[u8] {
        &self.modulus
    }

    pub(crate) fn public(&self) -> Value {
        json!({
            "kty": "RSA", "use": "sig", "kid": self.kid,
            "n": URL_SAFE_NO_PAD.encode(&self.modulus), "e": "AQAB",
        })
    }
}

/// Header and claims, without a signature.
pub(crate) fn unsigned(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", part(header), part(claims))
}

/// Bytes as a PEM file has them.
pub(crate) fn pem(label: &str, bytes: &[u8]) -> String {
    let text = STANDARD.encode(bytes);
    let lines: Vec<_> = text.as_bytes().chunks(64).collect();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        lines.join("\n")
    )
}

/// A DER sequence of numbers.
fn sequence(numbers: &[&BigUint]) -> Vec<u8> {
    let mut all = Vec::new();
    for number in numbers {
        let mut bytes = number.to_bytes_be();
        if bytes[0] > 0x7f {
            bytes.insert(0, 0);
        }
        all.extend(tagged(0x02, &bytes));
    }
    tagged(0x30, &all)
}

fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
    // the shortest form is the only one (X.690, section 10.1)
    match (high, low) {
        (0, 0..0x80) => [&[tag, low], content].concat(),
        (0, _) => [&[tag, 0x81, low], content].concat(),
        _ => [&[tag, 0x82, high, low], content].concat(),
    }
}

/// 1,024 bits from the word's hashes, odd, with both highest bits set.
fn started_from(word: &str) -> BigUint {
    let bytes: Vec<u8> = (0..4)
        .flat_map(|part| {
            let text = format!("relay test key {word} {part}");
            digest(&SHA256, text.as_bytes()).as_ref().to_vec()
        })
        .collect();
    let mut number = BigUint::from_bytes_be(&bytes);
    for bit in [0, 1022, 1023] {
        number.set_bit(bit, true);
    }
    number
}
