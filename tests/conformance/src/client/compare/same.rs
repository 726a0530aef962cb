//! Whether a request says what the page's says.

use serde_json::Value;

use super::leaf::{same_number, same_text};

/// Both documents mean the same; null and absent are one, and so are a type that is declared
/// already and its mention.
///
/// # Errors
/// The first difference, with its place.
pub(crate) fn same(documented: &Value, sent: &Value) -> Result<(), String> {
    same_at("$", "", documented, sent)
}

fn same_at(path: &str, key: &str, documented: &Value, sent: &Value) -> Result<(), String> {
    match (documented, sent) {
        (Value::Object(one), Value::Object(two)) => {
            let keys = one
                .keys()
                .chain(two.keys().filter(|key| !one.contains_key(*key)));
            for key in keys {
                let (one, two) = (one.get(key), two.get(key));
                let one = one.unwrap_or(&Value::Null);
                let two = two.unwrap_or(&Value::Null);
                same_at(&format!("{path}.{key}"), key, one, two)?;
            }
            Ok(())
        }
        (Value::Array(one), Value::Array(two)) if one.len() == two.len() => {
            let pairs = one.iter().zip(two).enumerate();
            for (index, (one, two)) in pairs {
                same_at(&format!("{path}[{index}]"), key, one, two)?;
            }
            Ok(())
        }
        (Value::String(one), Value::String(two)) if same_text(key, one, two) => Ok(()),
        (Value::Number(one), Value::Number(two)) if same_number(one, two) => Ok(()),
        (one, two) if one == two => Ok(()),
        (Value::String(one), Value::Null) if key == "@odata.type" && is_redundant(one) => Ok(()),
        (one, Value::Null) => Err(format!("the request leaves out {path}, documented {one}")),
        (Value::Null, two) => Err(format!("the request adds {path}: {two}")),
        (one, two) => Err(format!("the request has {two} at {path}, documented {one}")),
    }
}

/// Whether a type goes without saying: only identities and questions come in several.
fn is_redundant(odata_type: &str) -> bool {
    !odata_type.ends_with("Identity") && !odata_type.ends_with("Question")
}
