//! Whether a decoded answer still holds what the page's holds.

use serde_json::{Map, Value};

use super::leaf::{is_nothing, same_number, same_text};

/// Properties of models that leave out what isn't set, by the property they stand under:
/// elsewhere a property the model knows is always there, if only as null.
const KNOWN: &[(&[&str], &[&str])] = &[
    (
        &[
            "identity",
            "user",
            "guest",
            "application",
            "device",
            "coOrganizers",
            "invitedAttendees",
        ],
        &["@odata.type", "id", "displayName", "tenantId", "email"],
    ),
    (&["settings"], &["isAttendeeEmailNotificationEnabled"]),
    (
        &["presenterDetails"],
        &[
            "bio",
            "company",
            "jobTitle",
            "linkedInProfileWebUrl",
            "personalSiteWebUrl",
            "twitterProfileWebUrl",
        ],
    ),
    (
        &["externalRegistrationInformation"],
        &["referrer", "registrationId"],
    ),
];

/// Every property of the documented answer that the model knows came through; others may stay
/// behind.
///
/// # Errors
/// The first loss, with its place.
pub(crate) fn nothing_lost(documented: &Value, typed: &Value) -> Result<(), String> {
    at("$", "", documented, typed)
}

fn at(path: &str, key: &str, documented: &Value, typed: &Value) -> Result<(), String> {
    match (documented, typed) {
        (one, two) if is_nothing(one) && is_nothing(two) => Ok(()),
        (Value::Object(one), Value::Object(two)) => members(path, key, one, two),
        (Value::Array(one), Value::Array(two)) if one.len() == two.len() => {
            for (index, (one, two)) in one.iter().zip(two).enumerate() {
                at(&format!("{path}[{index}]"), key, one, two)?;
            }
            Ok(())
        }
        (Value::String(one), Value::String(two))
            if same_text(key, one, two) || one.eq_ignore_ascii_case(two) =>
        {
            Ok(())
        }
        // where the metadata has an object the pages have a bare text now and then
        (Value::String(one), Value::Object(two)) if inner_text(two, one) => Ok(()),
        (Value::Number(one), Value::Number(two)) if same_number(one, two) => Ok(()),
        (one, two) if one == two => Ok(()),
        (one, two) => Err(format!("decoding made {two} of {one} at {path}")),
    }
}

fn members(
    path: &str,
    key: &str,
    documented: &Map<String, Value>,
    typed: &Map<String, Value>,
) -> Result<(), String> {
    for (name, value) in documented {
        match typed.get(name) {
            Some(typed) => at(&format!("{path}.{name}"), name, value, typed)?,
            None if is_nothing(value) || !is_known(key, name) => {}
            None => return Err(format!("decoding lost {path}.{name}")),
        }
    }
    Ok(())
}

fn is_known(parent: &str, name: &str) -> bool {
    let parents = KNOWN
        .iter()
        .filter(|(parents, _)| parents.contains(&parent));
    parents.into_iter().any(|(_, names)| names.contains(&name))
}

/// Whether an object is what a bare text was read as.
fn inner_text(object: &Map<String, Value>, text: &str) -> bool {
    ["content", "dateTime"]
        .into_iter()
        .filter_map(|key| object.get(key)?.as_str().map(|inner| (key, inner)))
        .any(|(key, inner)| same_text(key, text, inner))
}
