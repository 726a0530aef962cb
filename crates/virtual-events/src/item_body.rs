//! Text with its markup.

use serde::{Deserialize, Serialize, de};

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

impl<'de> Deserialize<'de> for ItemBody {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shape)
    }
}

/// Takes the object of the metadata and the bare text of some pages.
struct Shape;

impl<'de> de::Visitor<'de> for Shape {
    type Value = ItemBody;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text with its markup")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(ItemBody::text(text))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Wire {
            #[serde(default)]
            content_type: Option<BodyType>,
            #[serde(default)]
            content: Option<String>,
        }
        let wire = Wire::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(ItemBody {
            content_type: wire.content_type,
            content: wire.content,
        })
    }
}
