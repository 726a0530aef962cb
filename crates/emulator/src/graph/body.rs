//! `itemBody`: text or HTML.

use serde_json::{Value, json};

use super::fields::{self, Fields};
use super::reply::Refusal;
use super::shape::Shape;
use crate::tenant::{Body, Kind};

/// The longest description that is taken, in characters. The pages name no limit; this one is
/// the emulator's own.
const LONGEST: usize = 65_536;

/// Reads a description; absent when missing or null.
pub(super) fn read(fields: &Fields, name: &'static str) -> Result<Option<Body>, Refusal> {
    let Some(object) = fields::object(fields, name)? else {
        return Ok(None);
    };
    fields::only(object, &["content", "contentType"], "itemBody")?;
    let content = fields::text(object, "content")?.unwrap_or_default();
    let content_type = fields::member(object, "contentType", &["text", "html"])?;
    if content.chars().count() > LONGEST {
        let message = format!("'{name}' is longer than {LONGEST} characters.");
        return Err(Refusal::bad_property(name, message));
    }
    Ok(Some(Body {
        content_type: content_type.unwrap_or_else(|| "text".to_owned()),
        content,
    }))
}

/// A description as JSON: an object by the metadata, a bare string in webinar examples.
pub(super) fn render(body: Option<&Body>, kind: Kind, shape: &Shape) -> Value {
    let Some(body) = body else {
        return json!({ "contentType": "text", "content": "" });
    };
    if kind == Kind::Webinar && shape.as_documented("description") {
        return json!(body.content);
    }
    json!({ "contentType": body.content_type, "content": body.content })
}
