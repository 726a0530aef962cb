//! Values that must never be shown.

use std::fmt;

/// A value whose `Debug` and `Display` print `[redacted]`.
///
/// Tokens, codes and verifiers travel in it, so that a log line, an error or a panic message that
/// happens to format one of them shows nothing. The value is not wiped from memory when dropped:
/// a browser's heap gives no such promise.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, to be handed to the wire or the storage and to nothing else.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself, by ownership.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T> fmt::Display for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_is_never_printed() {
        let token = Secret::new("marked-value".to_owned());

        assert_eq!(format!("{token:?} {token}"), "[redacted] [redacted]");
        assert_eq!(token.expose(), "marked-value");
    }
}
