//! A mail to be sent.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::ItemBody;

/// Recipients of one mail, To and Bcc together (Exchange Online's limit for a message).
pub const MAX_RECIPIENTS: usize = 500;

/// A mail to be sent (the part of Graph type `message` that a new one needs).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewMail {
    /// Subject.
    pub subject: String,
    /// What it says, as text or HTML.
    pub body: ItemBody,
    /// Recipients that everybody sees.
    #[serde(rename = "toRecipients")]
    pub to: Vec<MailAddress>,
    /// Recipients that nobody else sees.
    #[serde(rename = "bccRecipients")]
    pub bcc: Vec<MailAddress>,
    /// Files that go with it, 3 MB in all at most.
    pub attachments: Vec<FileAttachment>,
}

/// A mailbox (Graph types `recipient` and `emailAddress`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MailAddress {
    /// The address.
    pub address: String,
    /// Name as shown; may be empty.
    pub name: String,
}

impl MailAddress {
    /// A mailbox with a name, which may be empty.
    pub fn new(address: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            name: name.into(),
        }
    }
}

/// Written as `{"emailAddress": {"address": …, "name": …}}`.
impl Serialize for MailAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct EmailAddress<'a> {
            address: &'a str,
            #[serde(skip_serializing_if = "str::is_empty")]
            name: &'a str,
        }
        let mut recipient = serializer.serialize_struct("recipient", 1)?;
        let mailbox = EmailAddress {
            address: &self.address,
            name: &self.name,
        };
        recipient.serialize_field("emailAddress", &mailbox)?;
        recipient.end()
    }
}

/// A file that goes with a mail (Graph type `fileAttachment`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileAttachment {
    /// Its name, such as `town-hall.ics`.
    pub name: String,
    /// Its media type, such as `text/calendar`.
    pub content_type: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl Serialize for FileAttachment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut file = serializer.serialize_struct("fileAttachment", 4)?;
        file.serialize_field("@odata.type", "#microsoft.graph.fileAttachment")?;
        file.serialize_field("name", &self.name)?;
        file.serialize_field("contentType", &self.content_type)?;
        file.serialize_field("contentBytes", &STANDARD.encode(&self.content))?;
        file.end()
    }
}

/// Whether a mail that was sent is kept in the sender's Sent Items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentItems {
    /// It is.
    Keep,
    /// It isn't.
    Skip,
}
