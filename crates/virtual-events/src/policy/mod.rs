//! What every call goes through, one policy a file.

mod challenge;
mod http_date;
mod pacing;
mod request_id;
mod retry;
mod retry_after;
mod turn;
mod writes;

pub(crate) use challenge::{claims_challenge, read_claims};
pub(crate) use pacing::{Pacer, WRITES};
pub(crate) use request_id::{CLIENT_REQUEST_ID, REQUEST_ID, new_request_id};
pub(crate) use retry::{Failure, LONGEST_WAIT, Repeat, Retry};
pub(crate) use retry_after::{read_retry_after, retry_after};
pub use writes::{WriteListener, WriteQueue, Writes};

#[cfg(test)]
mod tests;
