//! Which permissions are granted.

use virtual_events::{Error, ErrorKind, Scope};

/// The permissions that the app can do something with, in the order of how soon they are needed.
pub const SCOPES: [Scope; 6] = [
    Scope::UserRead,
    Scope::UserReadBasicAll,
    Scope::VirtualEventRead,
    Scope::VirtualEventReadWrite,
    Scope::OnlineMeetingArtifactReadAll,
    Scope::MailSend,
];

/// Whether a permission is granted, as far as a silent request for a token tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// There is a token with it.
    Granted,
    /// Sign-in says that a consent is missing.
    Missing,
    /// Nobody can say: sign-in failed in another way.
    Unknown,
}

impl Grant {
    /// What the request for a token came to.
    #[must_use]
    pub fn of(token: &Result<(), Error>) -> Self {
        match token {
            Ok(()) => Self::Granted,
            Err(error) if error.kind() == ErrorKind::ConsentRequired => Self::Missing,
            Err(_) => Self::Unknown,
        }
    }
}
