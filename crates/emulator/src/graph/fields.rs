//! Reading the properties of a request body, strictly.

use serde_json::{Map, Value};

use super::reply::Refusal;

/// A request body or a part of it.
pub(super) type Fields = Map<String, Value>;

/// That the body has no property but these (annotations apart): one that a page doesn't list
/// can't be given.
pub(super) fn only(fields: &Fields, allowed: &[&str], type_name: &str) -> Result<(), Refusal> {
    for (name, value) in fields {
        if name == "@odata.type" {
            expect_type(value, &[type_name])?;
        } else if !name.contains('@') && !allowed.contains(&name.as_str()) {
            return Err(Refusal::bad_request(format!(
                "The property '{name}' can't be set here on type 'microsoft.graph.{type_name}'."
            )));
        }
    }
    Ok(())
}

/// `@odata.type` without `#` and namespace, one of `allowed`.
pub(super) fn expect_type<'v>(value: &'v Value, allowed: &[&str]) -> Result<&'v str, Refusal> {
    let text = value.as_str().unwrap_or_default();
    let bare = text.trim_start_matches('#');
    let name = bare.strip_prefix("microsoft.graph.").unwrap_or(bare);
    if allowed.contains(&name) && bare != name {
        return Ok(name);
    }
    Err(Refusal::bad_request(format!(
        "The type '{text}' is not expected here."
    )))
}

/// A text; absent when missing or null.
pub(super) fn text(fields: &Fields, name: &'static str) -> Result<Option<String>, Refusal> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(wrong_type(name, "Edm.String")),
    }
}

/// A yes or no; absent when missing or null.
pub(super) fn boolean(fields: &Fields, name: &'static str) -> Result<Option<bool>, Refusal> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(yes)) => Ok(Some(*yes)),
        Some(_) => Err(wrong_type(name, "Edm.Boolean")),
    }
}

/// A whole number of at most 32 bits, not negative; absent when missing or null.
pub(super) fn count(fields: &Fields, name: &'static str) -> Result<Option<i64>, Refusal> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value
            .as_i64()
            .filter(|number| (0..=i64::from(i32::MAX)).contains(number))
            .map(Some)
            .ok_or_else(|| wrong_type(name, "Edm.Int32")),
    }
}

/// A list; absent when missing or null.
pub(super) fn list<'f>(
    fields: &'f Fields,
    name: &'static str,
) -> Result<Option<&'f Vec<Value>>, Refusal> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Array(items)) => Ok(Some(items)),
        Some(_) => Err(wrong_type(name, "a collection")),
    }
}

/// An object; absent when missing or null.
pub(super) fn object<'f>(
    fields: &'f Fields,
    name: &'static str,
) -> Result<Option<&'f Fields>, Refusal> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(object)) => Ok(Some(object)),
        Some(_) => Err(wrong_type(name, "an object")),
    }
}

/// One of an enum's members.
pub(super) fn member(
    fields: &Fields,
    name: &'static str,
    members: &[&str],
) -> Result<Option<String>, Refusal> {
    let Some(text) = text(fields, name)? else {
        return Ok(None);
    };
    if members.contains(&text.as_str()) {
        return Ok(Some(text));
    }
    Err(Refusal::bad_property(
        name,
        format!("Invalid value '{text}' specified for property '{name}'."),
    ))
}

fn wrong_type(name: &'static str, wanted: &str) -> Refusal {
    Refusal::bad_property(
        name,
        format!("Cannot convert the value of property '{name}' to {wanted}."),
    )
}
