//! When something can't go on.

pub(crate) const CHUNK_TITLE: &str = "This part of Rostrum couldn't be loaded";
pub(crate) const CHUNK_TEXT: &str =
    "The connection may be down, or a new version was installed meanwhile. What you typed is kept.";
pub(crate) const RELOAD: &str = "Reload";
pub(crate) const RETRY: &str = "Try again";
pub(crate) const COPY_BY_HAND: &str = "The browser refused the clipboard. Copy it by hand: ";
