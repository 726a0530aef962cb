//! Values against the schemas of an OpenAPI 3.0 document: as much of it as this one uses.

use serde_json::Value;

use crate::openapi::Document;

/// Whether `value` is what `schema` describes; properties that it doesn't name are left alone.
///
/// # Errors
/// Where the value differs, as a path, and how.
pub fn validate(document: &Document, schema: &Value, value: &Value) -> Result<(), String> {
    check(document, schema, value, "$")
}

fn check(document: &Document, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let schema = document.resolve(schema);
    if schema.is_null() {
        return Err(format!("{at}: the schema's reference leads nowhere"));
    }
    if let Some(all) = schema["allOf"].as_array() {
        for part in all {
            check(document, part, value, at)?;
        }
    }
    for name in ["anyOf", "oneOf"] {
        if let Some(some) = schema[name].as_array() {
            check_some(document, some, value, at)?;
        }
    }
    if value.is_null() {
        let nullable = schema["nullable"] == Value::Bool(true) || is_open(schema);
        return if nullable {
            Ok(())
        } else {
            Err(format!("{at}: must not be null"))
        };
    }
    if let Some(members) = schema["enum"].as_array()
        && !members.contains(value)
    {
        return Err(format!("{at}: {value} is not a member of the enum"));
    }
    check_type(document, schema, value, at)
}

/// Whether the schema says nothing about null by itself: its parts do.
fn is_open(schema: &Value) -> bool {
    schema.get("type").is_none()
}

fn check_some(document: &Document, some: &[Value], value: &Value, at: &str) -> Result<(), String> {
    let mut why = String::new();
    for part in some {
        match check(document, part, value, at) {
            Ok(()) => return Ok(()),
            // The first is the type itself, the others are ways of saying null.
            Err(reason) if why.is_empty() => why = reason,
            Err(_) => {}
        }
    }
    Err(why)
}

fn check_type(document: &Document, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let fits = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        _ => true,
    };
    if !fits {
        return Err(format!("{at}: {value} is not of type {}", schema["type"]));
    }
    check_format(schema, value, at)?;
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        for (number, item) in list.iter().enumerate() {
            check(document, items, item, &format!("{at}[{number}]"))?;
        }
    }
    let Some(object) = value.as_object() else {
        return Ok(());
    };
    for name in schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        if !object.contains_key(name) {
            return Err(format!("{at}: has no {name}"));
        }
    }
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(value) = object.get(name) {
            check(document, inner, value, &format!("{at}.{name}"))?;
        }
    }
    check_derived(document, schema, value, at)
}

/// An object that says what it is must be that as well, not only its base.
fn check_derived(
    document: &Document,
    schema: &Value,
    value: &Value,
    at: &str,
) -> Result<(), String> {
    let Some(name) = value["@odata.type"].as_str() else {
        return Ok(());
    };
    let name = name.trim_start_matches('#');
    match document.component(name) {
        None => Err(format!("{at}: there is no type {name}")),
        // The schema of the type itself has it as its title: that one is being checked.
        Some(_)
            if schema["title"]
                .as_str()
                .is_some_and(|title| name.ends_with(title)) =>
        {
            Ok(())
        }
        Some(derived) if std::ptr::eq(derived, schema) => Ok(()),
        Some(derived) => check_parts(document, derived, value, at),
    }
}

/// The parts of a derived type, without asking the same question of them again.
fn check_parts(
    document: &Document,
    derived: &Value,
    value: &Value,
    at: &str,
) -> Result<(), String> {
    let parts = derived["allOf"].as_array();
    for part in parts.into_iter().flatten() {
        for (name, inner) in part["properties"].as_object().into_iter().flatten() {
            if let Some(value) = value.get(name) {
                check(document, inner, value, &format!("{at}.{name}"))?;
            }
        }
    }
    Ok(())
}

fn check_format(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{at}: {value} is no {what}"));
    match (schema["format"].as_str(), value.as_str()) {
        (Some("date-time"), Some(text)) if !is_instant(text) => wrong("date-time"),
        (Some("uuid"), Some(text)) if text.len() != 36 => wrong("uuid"),
        (Some("int32"), _) if value.as_i64().is_some_and(|n| i32::try_from(n).is_err()) => {
            wrong("int32")
        }
        _ => Ok(()),
    }
}

/// Whether the text is an RFC 3339 instant, with its zone.
pub(super) fn is_instant(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn document() -> Document {
        let text = "paths: {}\ncomponents:\n  schemas:\n    microsoft.graph.colour:\n      \
            type: string\n      enum: [red]\n    microsoft.graph.thing:\n      title: thing\n      \
            type: object\n      required: [id]\n      properties:\n        id: {type: string}\n        \
            colour:\n          anyOf:\n          - $ref: '#/components/schemas/microsoft.graph.colour'\n          \
            - {type: object, nullable: true, enum: [null]}\n";
        let path = std::env::temp_dir().join(format!("openapi-{}.yaml", std::process::id()));
        std::fs::File::create(&path)
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        let document = Document::read(&path).unwrap();
        std::fs::remove_file(path).unwrap();
        document
    }

    #[test]
    fn a_value_is_told_where_it_differs() {
        let document = document();
        let schema = serde_json::json!({ "$ref": "#/components/schemas/microsoft.graph.thing" });
        let check = |value: Value| validate(&document, &schema, &value);
        assert_eq!(
            check(serde_json::json!({ "id": "1", "colour": "red", "more": 1 })),
            Ok(())
        );
        assert_eq!(
            check(serde_json::json!({ "id": "1", "colour": null })),
            Ok(())
        );
        assert!(
            check(serde_json::json!({ "colour": "red" }))
                .unwrap_err()
                .contains("has no id")
        );
        assert!(
            check(serde_json::json!({ "id": null }))
                .unwrap_err()
                .contains("$.id")
        );
        let why = check(serde_json::json!({ "id": "1", "colour": "blue" })).unwrap_err();
        assert!(why.contains("$.colour") && why.contains("blue"), "{why}");
    }
}
