//! A draft kept by the browser while it is being written.

use serde::{Deserialize, Serialize};

use super::TownhallDraft;

/// Counted up when an older text can no longer be read as a draft.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Stored<D> {
    version: u32,
    draft: D,
}

/// Why a stored draft can't be taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredDraftError {
    /// The text is no stored draft.
    Unreadable,
    /// A newer release wrote it; reloading the page brings that.
    Newer {
        /// Version of its form.
        version: u32,
    },
}

impl std::fmt::Display for StoredDraftError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable => f.write_str("not a stored draft"),
            Self::Newer { version } => write!(f, "draft of the newer form {version}"),
        }
    }
}

impl std::error::Error for StoredDraftError {}

impl TownhallDraft {
    /// The draft as a text to store, with the version of its form.
    #[must_use]
    pub fn to_stored(&self) -> String {
        // a struct of texts, numbers and lists: nothing in it can fail to be written
        serde_json::to_string(&Stored {
            version: VERSION,
            draft: self,
        })
        .unwrap_or_default()
    }

    /// The draft of a stored text. What an older release didn't store is as in an empty form.
    ///
    /// # Errors
    /// If the text is no draft, or one of a newer release.
    pub fn from_stored(text: &str) -> Result<Self, StoredDraftError> {
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        let head: Head =
            serde_json::from_slice(text.as_bytes()).map_err(|_| StoredDraftError::Unreadable)?;
        if head.version > VERSION {
            return Err(StoredDraftError::Newer {
                version: head.version,
            });
        }
        let stored: Stored<Self> =
            serde_json::from_slice(text.as_bytes()).map_err(|_| StoredDraftError::Unreadable)?;
        Ok(stored.draft)
    }
}
