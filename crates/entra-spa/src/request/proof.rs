//! Fresh random values of a request.
//!
//! They come from the entropy edge and not from `oauth2`'s own constructors: those take `rand`'s
//! thread generator, which panics without a source and would add that crate to the download.

use crate::edge::{Entropy, NoEntropy};
use crate::error::RequestFault;
use crate::secret::Secret;
use crate::wire::base64url;

/// Random bytes of each value: 256 bits, 43 characters in base64url (RFC 7636 section 4.1).
const LENGTH: usize = 32;

/// The three values that tie an answer to this tab, independent of each other.
pub(crate) struct Proof {
    /// Id of the request, part of `state`.
    pub(crate) id: String,
    /// Has to come back in the ID token.
    pub(crate) nonce: String,
    /// PKCE verifier.
    pub(crate) verifier: Secret<String>,
}

impl Proof {
    /// Draws fresh values.
    pub(crate) fn draw(entropy: &dyn Entropy) -> Result<Self, RequestFault> {
        Ok(Self {
            id: draw(entropy)?,
            nonce: draw(entropy)?,
            verifier: Secret::new(draw(entropy)?),
        })
    }
}

impl From<NoEntropy> for RequestFault {
    fn from(_: NoEntropy) -> Self {
        Self::NoEntropy
    }
}

fn draw(entropy: &dyn Entropy) -> Result<String, RequestFault> {
    let mut bytes = [0; LENGTH];
    entropy.fill(&mut bytes)?;
    Ok(base64url::encode(&bytes))
}

/// A fresh GUID (RFC 9562 version 4) by which support finds the request.
pub(crate) fn correlation_id(entropy: &dyn Entropy) -> Result<String, RequestFault> {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut bytes = [0; 16];
    entropy.fill(&mut bytes)?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (place, byte) in bytes.into_iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push(HEX[usize::from(byte >> 4)] as char);
        text.push(HEX[usize::from(byte & 15)] as char);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{Proof, correlation_id};
    use crate::authority::is_guid;
    use crate::edge::{Entropy, NoEntropy};
    use crate::error::RequestFault;
    use std::cell::RefCell;
    use std::collections::HashSet;
    use std::io::Read;

    /// The host's own source, so that repeats would be real ones.
    struct HostEntropy(RefCell<std::fs::File>);

    impl Entropy for HostEntropy {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            self.0.borrow_mut().read_exact(bytes).map_err(|_| NoEntropy)
        }
    }

    struct Broken;

    impl Entropy for Broken {
        fn fill(&self, _: &mut [u8]) -> Result<(), NoEntropy> {
            Err(NoEntropy)
        }
    }

    #[cfg(unix)]
    #[test]
    fn case_02_ten_thousand_values_without_a_repeat() {
        let entropy = HostEntropy(RefCell::new(std::fs::File::open("/dev/urandom").unwrap()));
        let mut seen = HashSet::new();
        for _ in 0..10_000 {
            let proof = Proof::draw(&entropy).unwrap();
            for value in [proof.id, proof.nonce, proof.verifier.into_exposed()] {
                assert!((43..=128).contains(&value.len()));
                assert!(
                    value
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
                );
                assert!(seen.insert(value), "a value came twice");
            }
        }
        assert!(is_guid(&correlation_id(&entropy).unwrap()));
    }

    #[test]
    fn case_03_a_failing_source_is_an_error_and_has_no_fallback() {
        assert_eq!(Proof::draw(&Broken).err(), Some(RequestFault::NoEntropy));
        assert_eq!(correlation_id(&Broken), Err(RequestFault::NoEntropy));
    }
}
