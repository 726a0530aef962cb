//! Why a store didn't do what it was asked.

use std::fmt;

/// What a store can't do; in every case nothing of the call is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room: make some, or keep for a shorter time.
    Full,
    /// The store isn't there, or takes too long; the text is for the operator.
    Unreachable(String),
    /// What was read makes no sense; the text is for the operator.
    Damaged(String),
    /// It has been closed.
    Closed,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("the store is full"),
            Self::Unreachable(why) => write!(f, "the store can't be reached: {why}"),
            Self::Damaged(what) => write!(f, "the store is damaged: {what}"),
            Self::Closed => f.write_str("the store is closed"),
        }
    }
}

impl std::error::Error for StoreError {}
