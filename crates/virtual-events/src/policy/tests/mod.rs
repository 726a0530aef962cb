//! Policies, each on its own.

mod challenge;
mod pacing;
mod retry;
mod retry_after;
mod writes;
