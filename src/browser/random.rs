//! Chance that nobody can guess.

use super::dynamic::{call, get};
use js_sys::Uint8Array;
use leptos::prelude::window;

/// A secret of 32 random bytes in hexadecimal; empty where the browser gives none.
pub(crate) fn secret() -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let bytes = Uint8Array::new_with_length(32);
    let crypto = get(&window(), "crypto");
    if call(&crypto, "getRandomValues", &[bytes.clone().into()]).is_err() {
        return String::new();
    }
    let mut text = String::with_capacity(64);
    for byte in bytes.to_vec() {
        for half in [byte >> 4, byte & 15] {
            text.push(DIGITS[usize::from(half)].into());
        }
    }
    text
}
