//! A draft kept by the browser while it is being written, or saved as a file.

use serde::{Deserialize, Serialize};
use virtual_events::{EventId, EventKind, UtcInstant};

use super::EventDraft;

/// Counted up when an older text can no longer be read as a draft.
const VERSION: u32 = 2;
/// Tells such a text from any other JSON.
const FORMAT: &str = "rostrum.draft";

/// Something typed and not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// When it was last typed into.
    pub at: UtcInstant,
    /// What is typed.
    pub draft: EventDraft,
    /// The event as the edit began with it; `None` for a new event. By it what others change
    /// meanwhile can be told from what is changed here, see [`EventDraft::reconcile`].
    pub before: Option<EventDraft>,
}

/// Which form a draft belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftPlace {
    /// A new event; the text tells one from another.
    New(String),
    /// An event that is there.
    Edit(EventKind, EventId),
}

impl DraftPlace {
    /// The key under which the draft is kept.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::New(name) => ["new/", name].concat(),
            Self::Edit(EventKind::Townhall, id) => ["townhall/", id.as_str()].concat(),
            Self::Edit(EventKind::Webinar, id) => ["webinar/", id.as_str()].concat(),
        }
    }

    /// The place of a key; `None` if it is no draft's.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let (folder, rest) = key.split_once('/')?;
        match folder {
            "new" => Some(Self::New(rest.to_owned())),
            "townhall" => Some(Self::Edit(EventKind::Townhall, rest.into())),
            "webinar" => Some(Self::Edit(EventKind::Webinar, rest.into())),
            _ => None,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Text<D> {
    format: String,
    version: u32,
    at: UtcInstant,
    draft: D,
    #[serde(skip_serializing_if = "Option::is_none", default = "Option::default")]
    before: Option<D>,
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

impl Unfinished {
    /// The draft as a JSON text to store, with the version of its form.
    #[must_use]
    pub fn to_text(&self) -> String {
        // a struct of texts, numbers and lists: nothing in it can fail to be written
        serde_json::to_string(&Text {
            format: FORMAT.to_owned(),
            version: VERSION,
            at: self.at,
            draft: &self.draft,
            before: self.before.as_ref(),
        })
        .unwrap_or_default()
    }

    /// The draft of a stored text. What an older release didn't store is as in an empty form.
    ///
    /// # Errors
    /// If the text is no draft, or one of a newer release.
    pub fn from_text(text: &str) -> Result<Self, StoredDraftError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let unreadable = |_| StoredDraftError::Unreadable;
        let head: Head = serde_json::from_slice(text.as_bytes()).map_err(unreadable)?;
        if head.format != FORMAT {
            return Err(StoredDraftError::Unreadable);
        }
        if head.version > VERSION {
            return Err(StoredDraftError::Newer {
                version: head.version,
            });
        }
        let text: Text<EventDraft> = serde_json::from_slice(text.as_bytes()).map_err(unreadable)?;
        Ok(Self {
            at: text.at,
            draft: text.draft,
            before: text.before,
        })
    }
}
