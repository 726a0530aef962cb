//! Identifiers: made from the seed where they must be the same each time, random where they
//! must not be guessed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest as sha256};
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Serialize};

/// Gives out identifiers that depend on the seed and on how many were given before.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Ids {
    seed: u64,
    given: u64,
}

impl Ids {
    /// Starts the row that belongs to `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, given: 0 }
    }

    /// The next GUID of the row.
    pub(crate) fn fresh(&mut self) -> String {
        self.given += 1;
        self.named(&format!("fresh/{}", self.given))
    }

    /// The GUID that always belongs to `name` under this seed.
    pub(crate) fn named(&self, name: &str) -> String {
        let hash = sha256(&SHA256, format!("{}/{name}", self.seed).as_bytes());
        guid_of(hash.as_ref())
    }
}

/// A number that depends on `text` alone, spread over the whole range.
pub(crate) fn spread(text: &str) -> u64 {
    let hash = sha256(&SHA256, text.as_bytes());
    hash.as_ref()
        .iter()
        .take(8)
        .fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// A random GUID, for request and trace identifiers.
pub(crate) fn random_guid() -> String {
    guid_of(&random_bytes::<16>())
}

/// 256 random bits as text for an address or a form: codes, tokens, cookies.
pub(crate) fn secret() -> String {
    URL_SAFE_NO_PAD.encode(random_bytes::<32>())
}

/// What is kept of a secret: enough to know it again, too little to use it.
pub(crate) fn fingerprint(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(sha256(&SHA256, secret.as_bytes()))
}

/// So many random bytes.
pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // The system's source fails only where the system has none; the emulator must not go on
    // with guessable codes then.
    if SystemRandom::new().fill(&mut bytes).is_err() {
        std::process::abort();
    }
    bytes
}

fn guid_of(hash: &[u8]) -> String {
    let mut text = String::with_capacity(36);
    for (at, byte) in hash.iter().take(16).enumerate() {
        let byte = match at {
            6 => (byte & 0x0f) | 0x40,
            8 => (byte & 0x3f) | 0x80,
            _ => *byte,
        };
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_row_and_another_seed_another() {
        let (mut one, mut same, mut other) = (Ids::new(7), Ids::new(7), Ids::new(8));
        let first = one.fresh();
        assert_eq!(first, same.fresh());
        assert_ne!(first, one.fresh());
        assert_ne!(first, other.fresh());
        assert_eq!(first.len(), 36);
        assert_eq!(&first[14..15], "4", "version of a random GUID in {first}");
    }
}
