//! The sign-in client against a scripted sign-in service, on the host.
//!
//! The test numbers are those of the crate's list of cases; the service, the storage and the clock
//! are stand-ins at the crate's own seams, everything between them is the real thing.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    reason = "outside `#[test]` functions too, a stand-in that can't go on ends its test"
)]

mod background;
mod departure;
mod redirect;
mod refused_redirects;
mod renewal;
mod renewal_failures;
mod secrets;
mod shared_renewal;
mod sign_out;
mod token_requests;
mod world;
