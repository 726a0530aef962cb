//! Text with its markup.

use serde::Serialize;
use serde_json::Value;

use crate::json::{FromJson, JsonProblem, Members, deserialize_from_json};

open_enum! {
    /// How a body is marked up (Graph enum `bodyType`).
    BodyType {
        /// Plain text.
        Text = "text",
        /// HTML; it may come from other people, so sanitize it before showing.
        Html = "html",
    }
}

/// A text and its markup (Graph type `itemBody`).
///
/// Some answers give a bare text in its place; that is read as plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemBody {
    /// How `content` is marked up.
    pub content_type: Option<BodyType>,
    /// The text.
    pub content: Option<String>,
}

impl ItemBody {
    /// Plain text.
    #[must_use]
    pub fn text(content: impl Into<String>) -> Self {
        Self {
            content_type: Some(BodyType::Text),
            content: Some(content.into()),
        }
    }

    /// HTML.
    #[must_use]
    pub fn html(content: impl Into<String>) -> Self {
        Self {
            content_type: Some(BodyType::Html),
            content: Some(content.into()),
        }
    }
}

/// Takes the object of the metadata and the bare text of some pages.
impl FromJson for ItemBody {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        match value {
            Value::String(text) => Ok(Self::text(text)),
            value => {
                let mut members = Members::of(value)?;
                Ok(Self {
                    content_type: members.read("contentType")?,
                    content: members.read("content")?,
                })
            }
        }
    }
}

deserialize_from_json! { ItemBody }
