//! Notifications: as they come in, and as they are kept.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use crate::feed::{Audience, FeedId};

/// A place in the order in which notifications were stored; later ones are greater.
///
/// Opaque outside: SQLite counts rows (`17-0`), Redis gives the ids of its streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position(pub u64, pub u64);

/// A text that is no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PositionError;

impl fmt::Display for PositionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a position of a notification")
    }
}

impl std::error::Error for PositionError {}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.1)
    }
}

impl FromStr for Position {
    type Err = PositionError;

    fn from_str(text: &str) -> Result<Self, PositionError> {
        let number = |digits: &str| match digits.bytes().all(|byte| byte.is_ascii_digit()) {
            true => digits.parse().map_err(|_| PositionError),
            false => Err(PositionError),
        };
        let (first, second) = text.split_once('-').ok_or(PositionError)?;
        Ok(Self(number(first)?, number(second)?))
    }
}

/// What Graph tells: a change, or something about the subscription itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A changed resource.
    Notification,
    /// `lifecycleEvent`: reauthorization required, subscription removed, notifications missed.
    Lifecycle,
}

impl Kind {
    /// The kind as it is kept and sent.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notification => "notification",
            Self::Lifecycle => "lifecycle",
        }
    }

    /// Reads what [`Kind::as_str`] wrote.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "notification" => Some(Self::Notification),
            "lifecycle" => Some(Self::Lifecycle),
            _ => None,
        }
    }
}

/// For how many milliseconds an item with the same `id` is the same item.
pub const SAME_FOR_MS: i64 = 24 * 60 * 60 * 1_000;

/// By what an item is known when Graph tries its delivery again: the hash of its `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(pub [u8; 16]);

impl Key {
    /// The key as a store keeps it: 17 bytes.
    #[must_use]
    pub fn bytes(self) -> [u8; 17] {
        // the letter is from a time when there were keys of another kind
        let mut bytes = [b'i'; 17];
        bytes[1..].copy_from_slice(&self.0);
        bytes
    }
}

/// An item that is to be stored: its client state was right and is no longer in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// What it tells.
    pub kind: Kind,
    /// By what it is known; an item that has no `id` is never taken for another one.
    ///
    /// Two edits of one event within seconds look alike, and a notification is only a hint to
    /// read again: one too many is harmless, one too few is not.
    pub key: Option<Key>,
    /// The item as JSON text on one line.
    pub item: String,
}

/// An item that is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its place in the order of all.
    pub position: Position,
    /// Who hears it.
    pub audience: Audience,
    /// Where it arrived.
    pub feed: FeedId,
    /// What it tells.
    pub kind: Kind,
    /// When it arrived.
    pub received: Timestamp,
    /// The item as JSON text on one line, without its client state.
    pub item: String,
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn positions_are_ordered_and_read_as_written() {
        let order = [Position(9, 0), Position(9, 10), Position(10, 0)];
        assert!(order.is_sorted());
        for position in order {
            assert_eq!(position.to_string().parse(), Ok(position));
        }
    }

    #[test]
    fn nothing_else_is_a_position() {
        for odd in [
            "",
            "7",
            "-",
            "1-",
            "-1",
            "+1-0",
            "1-0-0",
            "99999999999999999999-0",
            "1 -0",
        ] {
            assert!(odd.parse::<Position>().is_err(), "{odd}");
        }
    }
}
