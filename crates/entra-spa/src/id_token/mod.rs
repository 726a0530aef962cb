//! The ID token: who signed in.
//!
//! It comes straight from the token endpoint over TLS, so its signature needs no check (OpenID
//! Connect Core 3.1.3.7 point 6); its claims do. All texts in it are for display only.

mod claims;
mod verify;

pub(crate) use claims::Claims;
pub(crate) use verify::{Expected, skew};
