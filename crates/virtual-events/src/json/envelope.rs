//! The wrappings Graph puts around what was asked for.

use serde_json::Value;

use super::JsonProblem;

/// The single object of an answer.
///
/// Some pages wrap it as `{"value": {…}}` where the metadata says it is bare; both are taken.
pub(crate) fn object(mut document: Value) -> Value {
    if let Value::Object(members) = &mut document
        && let Some(inner @ Value::Object(_)) = members.get_mut("value")
    {
        return inner.take();
    }
    document
}

/// One page of a collection, its items still to be read.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) items: Vec<Value>,
    pub(crate) count: Option<u64>,
    pub(crate) next: Option<String>,
}

/// The collection of an answer: `{"value": […], "@odata.count"?, "@odata.nextLink"?}`.
pub(crate) fn list(document: Value) -> Result<List, JsonProblem> {
    let Value::Object(mut members) = document else {
        return Err(JsonProblem::new("expected an object with a list"));
    };
    let count = members.get("@odata.count").and_then(Value::as_u64);
    let next = match members.remove("@odata.nextLink") {
        Some(Value::String(link)) if !link.is_empty() => Some(link),
        _ => None,
    };
    match members.remove("value") {
        Some(Value::Array(items)) => Ok(List { items, count, next }),
        Some(Value::Null) => Ok(List {
            items: Vec::new(),
            count,
            next,
        }),
        _ => Err(JsonProblem::new("expected a list").below_key("value")),
    }
}

/// The text of an answer of the form `{"value": "…"}`.
pub(crate) fn text_value(document: Value) -> Result<String, JsonProblem> {
    if let Value::Object(mut members) = document
        && let Some(Value::String(text)) = members.remove("value")
    {
        return Ok(text);
    }
    Err(JsonProblem::new("expected a text").below_key("value"))
}
