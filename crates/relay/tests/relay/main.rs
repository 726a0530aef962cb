//! The relay from outside: over HTTP, against a sign-in service of its own, on real stores.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a story that breaks off has failed"
)]

mod accept;
mod cast;
mod client;
mod clocks;
mod crash;
mod desk;
mod entra;
mod held;
mod keeper;
mod lasting;
mod ledger_suite;
mod operation;
mod pair;
mod program;
mod redis_server;
mod sealed;
mod signer;
mod stage;
mod storage;
mod streams;
mod suite;
mod tenant;
mod tokens;
mod whole;
