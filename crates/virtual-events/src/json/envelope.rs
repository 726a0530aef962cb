//! The wrappings Graph puts around what was asked for.

use serde_json::Value;

use super::{JsonProblem, Members};

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
    let mut members = Members::of(document)?;
    let items = match members.take("value") {
        Some(Value::Array(items)) => items,
        Some(Value::Null) => Vec::new(),
        _ => return Err(JsonProblem::new("expected a list").below_key("value")),
    };
    let next = match members.take("@odata.nextLink") {
        Some(Value::String(link)) if !link.is_empty() => Some(link),
        _ => None,
    };
    let count = members
        .take("@odata.count")
        .and_then(|count| count.as_u64());
    Ok(List { items, count, next })
}

/// The text of an answer of the form `{"value": "…"}`.
pub(crate) fn text_value(document: Value) -> Result<String, JsonProblem> {
    Members::of(document)?.read("value")
}
