//! Chance that nobody can guess.

use super::dynamic::{call, get};
use leptos::prelude::window;

/// A secret of 244 random bits in 64 hexadecimal digits; empty where the browser gives none.
pub(crate) fn secret() -> String {
    let crypto = get(&window(), "crypto");
    let half = || {
        let name = call(&crypto, "randomUUID", &[]).ok()?;
        Some(name.as_string()?.replace('-', ""))
    };
    let halves = half().zip(half());
    halves.map_or_else(String::new, |(one, other)| [one, other].concat())
}
