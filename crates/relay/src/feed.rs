//! Feeds: an address for Graph to call, and who hears what arrives there.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use jiff::Timestamp;
use subtle::ConstantTimeEq as _;

use crate::random;

/// A user's object id in the directory (`oid` of the token), opaque.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(String);

impl UserId {
    /// The id as the token names it.
    pub fn new(oid: impl Into<String>) -> Self {
        Self(oid.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who hears what arrives at a feed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The user who made the feed.
    User(UserId),
    /// Everybody with the role for all events.
    Tenant,
}

impl Audience {
    /// The audience as a store keeps it: `u:` and the user's id, or `t`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::User(user) => ["u:", user.as_str()].concat(),
            Self::Tenant => "t".to_owned(),
        }
    }

    /// Reads what [`Audience::key`] wrote.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key.split_once(':') {
            Some(("u", user)) => Some(Self::User(UserId::new(user))),
            None if key == "t" => Some(Self::Tenant),
            _ => None,
        }
    }
}

/// The part of a notification URL that names the feed; 22 characters that can't be guessed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FeedId(String);

/// A text that no feed has as its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeedIdError;

impl fmt::Display for FeedIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the id of a feed")
    }
}

impl std::error::Error for FeedIdError {}

impl FeedId {
    /// A new id; `None` where the machine gives no random bytes.
    pub(crate) fn random() -> Option<Self> {
        random::text::<16>().map(Self)
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for FeedId {
    type Err = FeedIdError;

    fn from_str(text: &str) -> Result<Self, FeedIdError> {
        let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if text.len() == 22 && text.bytes().all(is_base64url) {
            Ok(Self(text.to_owned()))
        } else {
            Err(FeedIdError)
        }
    }
}

/// The SHA-256 of a client state: enough to check one, and no use to who reads the store.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StateHash([u8; 32]);

impl fmt::Debug for StateHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StateHash([redacted])")
    }
}

impl StateHash {
    /// The hash of a client state.
    #[must_use]
    pub fn of(client_state: &str) -> Self {
        let mut hash = [0; 32];
        hash.copy_from_slice(digest(&SHA256, client_state.as_bytes()).as_ref());
        Self(hash)
    }

    /// The hash as it was kept; `None` unless it is 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The hash's bytes, to be kept.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether this client state has the hash, in a time that doesn't tell how near it came.
    #[must_use]
    pub fn matches(&self, client_state: &str) -> bool {
        self.0.ct_eq(&Self::of(client_state).0).into()
    }
}

/// A feed as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Names the feed in its URLs.
    pub id: FeedId,
    /// Who hears it.
    pub audience: Audience,
    /// What its user calls it, 200 characters at most.
    pub label: String,
    /// What Graph has to know to be believed.
    pub state: StateHash,
    /// When it was made.
    pub created: Timestamp,
    /// When the last notification was stored, of either kind.
    pub last_notification: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::{Audience, FeedId, StateHash, UserId};

    #[test]
    fn an_audience_is_read_as_it_was_kept() {
        for audience in [Audience::User(UserId::new("a:b")), Audience::Tenant] {
            assert_eq!(Audience::from_key(&audience.key()), Some(audience));
        }
        assert_eq!(Audience::from_key("x:1"), None);
    }

    #[test]
    fn ids_are_of_one_form_only() {
        let id = FeedId::random().unwrap();
        assert_eq!(id.as_str().parse(), Ok(id.clone()));
        for odd in ["", "short", "../../../../etc/passwd.", "ÄÄÄÄÄÄÄÄÄÄÄ"] {
            assert!(odd.parse::<FeedId>().is_err(), "{odd}");
        }
    }

    #[test]
    fn a_state_is_known_by_its_hash_and_never_printed() {
        let hash = StateHash::of("secret");
        assert!(hash.matches("secret"));
        assert!(!hash.matches("secreT"));
        assert!(!hash.matches(""));
        assert_eq!(StateHash::from_bytes(hash.as_bytes()), Some(hash));
        assert_eq!(format!("{hash:?}"), "StateHash([redacted])");
    }
}
