//! Encodings of the wire: forms, base64url and lenient JSON.
//!
//! A few lines each of our own, because the crates for them would weigh more than what they
//! replace in a wasm module.

pub(crate) mod base64url;
pub(crate) mod form;
pub(crate) mod json;
