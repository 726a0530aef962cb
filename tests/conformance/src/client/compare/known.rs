//! What a type doesn't know of a full sample.

use serde_json::Value;

/// Places of the sample's properties that the type ignores.
pub(crate) fn unknown(sample: &Value, typed: &Value) -> Vec<String> {
    let mut places = Vec::new();
    look("", sample, typed, &mut places);
    places
}

fn look(path: &str, sample: &Value, typed: &Value, places: &mut Vec<String>) {
    match (sample, typed) {
        (Value::Object(one), Value::Object(two)) => {
            for (name, value) in one {
                let place = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                match two.get(name) {
                    Some(typed) => look(&place, value, typed, places),
                    None => places.push(place),
                }
            }
        }
        (Value::Array(one), Value::Array(two)) => {
            let place = format!("{path}[]");
            one.iter()
                .zip(two)
                .for_each(|(one, two)| look(&place, one, two, places));
        }
        _ => {}
    }
}
