//! The key that id tokens are signed with.

use anyhow::anyhow;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use num_bigint::BigUint;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::rsa::{KeyPair, KeyPairComponents, PublicKeyComponents};
use ring::signature::RSA_PKCS1_SHA256;
use serde_json::{Value, json};

/// The demo's RSA key.
///
/// It is no secret and protects nothing: its primes follow from the words below, so that it is
/// there at once, and is the same after a restart. Only this emulator signs with it, and nobody
/// but a client pointed at this emulator believes it.
#[derive(Debug)]
pub(crate) struct SigningKey {
    pair: KeyPair,
    kid: String,
    modulus: Vec<u8>,
}

const EXPONENT: u32 = 65_537;

/// How far the first primes lie after the numbers that the words `p` and `q` give.
const DISTANCE: [(&str, u32); 2] = [("p", 800), ("q", 1_776)];

impl SigningKey {
    /// The key of the demo.
    pub(crate) fn of_demo() -> anyhow::Result<Self> {
        let [first, second] = DISTANCE.map(|(name, distance)| started_from(name) + distance);
        let (p, q) = if first > second {
            (first, second)
        } else {
            (second, first)
        };
        let one = BigUint::from(1_u8);
        let exponent = BigUint::from(EXPONENT);
        let (p_less, q_less) = (&p - &one, &q - &one);
        let d = exponent
            .modinv(&(&p_less * &q_less))
            .ok_or_else(|| anyhow!("the demo key's exponent has no inverse"))?;
        let q_inverse = q
            .modinv(&p)
            .ok_or_else(|| anyhow!("the demo key's primes are equal"))?;
        let modulus = (&p * &q).to_bytes_be();
        let components = KeyPairComponents {
            public_key: PublicKeyComponents {
                n: modulus.clone(),
                e: exponent.to_bytes_be(),
            },
            d: d.to_bytes_be(),
            p: p.to_bytes_be(),
            q: q.to_bytes_be(),
            dP: (&d % &p_less).to_bytes_be(),
            dQ: (&d % &q_less).to_bytes_be(),
            qInv: q_inverse.to_bytes_be(),
        };
        let pair = KeyPair::from_components(&components)
            .map_err(|why| anyhow!("the demo key is refused: {why}"))?;
        let kid = URL_SAFE_NO_PAD.encode(&digest(&SHA256, &modulus).as_ref()[..20]);
        Ok(Self { pair, kid, modulus })
    }

    /// A JWT of these claims, signed (RFC 7515, RS256).
    pub(crate) fn sign(&self, claims: &Value) -> String {
        let header = json!({ "typ": "JWT", "alg": "RS256", "kid": self.kid });
        let encode = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let signed = format!("{}.{}", encode(&header), encode(claims));
        let mut signature = vec![0; self.pair.public().modulus_len()];
        let random = SystemRandom::new();
        match self.pair.sign(
            &RSA_PKCS1_SHA256,
            &random,
            signed.as_bytes(),
            &mut signature,
        ) {
            Ok(()) => format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)),
            // Only a buffer of the wrong length is refused, and this one is the key's own.
            Err(_) => std::process::abort(),
        }
    }

    /// The public half as a JWK set (RFC 7517).
    pub(crate) fn public_set(&self) -> Value {
        json!({ "keys": [{
            "kty": "RSA",
            "use": "sig",
            "alg": "RS256",
            "kid": self.kid,
            "n": URL_SAFE_NO_PAD.encode(&self.modulus),
            "e": URL_SAFE_NO_PAD.encode(EXPONENT.to_be_bytes().iter().copied()
                .skip_while(|byte| *byte == 0).collect::<Vec<_>>()),
        }]})
    }
}

/// 1,024 bits from the word's hashes, odd, and with both highest bits set.
fn started_from(word: &str) -> BigUint {
    let bytes: Vec<u8> = (0..4)
        .flat_map(|part| {
            digest(
                &SHA256,
                format!("rostrum demo key {word} {part}").as_bytes(),
            )
            .as_ref()
            .to_vec()
        })
        .collect();
    let mut number = BigUint::from_bytes_be(&bytes);
    for bit in [0, 1022, 1023] {
        number.set_bit(bit, true);
    }
    number
}
