//! The relay from outside: over HTTP, against a sign-in service of its own, on real stores.

mod accept;
mod cast;
mod client;
mod crash;
mod desk;
mod entra;
mod operation;
mod pair;
mod program;
mod redis_server;
mod signer;
mod storage;
mod streams;
mod tokens;
