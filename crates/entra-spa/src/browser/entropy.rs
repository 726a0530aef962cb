//! `crypto.getRandomValues`.

use crate::edge::{Entropy, NoEntropy};

/// The browser's secure random source.
#[derive(Debug, Clone, Copy, Default)]
pub struct CryptoEntropy;

impl Entropy for CryptoEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        web_sys::window()
            .and_then(|window| window.crypto().ok())
            .and_then(|crypto| crypto.get_random_values_with_u8_array(bytes).ok())
            .map(drop)
            .ok_or(NoEntropy)
    }
}
