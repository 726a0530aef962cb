//! Mail that people of the organization sent.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A mail as it left.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SentMail {
    /// Object id of the sender.
    pub(crate) from: String,
    pub(crate) at: Timestamp,
    pub(crate) subject: String,
    /// `text` or `html`, in small letters.
    pub(crate) content_type: String,
    pub(crate) content: String,
    pub(crate) to: Vec<Mailbox>,
    pub(crate) cc: Vec<Mailbox>,
    pub(crate) bcc: Vec<Mailbox>,
    pub(crate) attachments: Vec<Attached>,
    /// Whether a copy is in Sent Items.
    pub(crate) saved: bool,
}

/// A recipient.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Mailbox {
    pub(crate) address: String,
    pub(crate) name: String,
}

/// A file that went with a mail; files are text here, or empty if they aren't.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Attached {
    pub(crate) name: String,
    pub(crate) content_type: String,
    pub(crate) text: String,
}
