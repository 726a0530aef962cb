//! JSON of Graph into types: one reader that knows where it stands.

mod envelope;
mod from_json;
mod members;
mod object;
mod problem;

pub(crate) use envelope::{List, list, object, text_value};
pub(crate) use from_json::FromJson;
pub(crate) use members::Members;
pub(crate) use object::{deserialize_from_json, json_object};
pub(crate) use problem::JsonProblem;

/// Makes a `T` of a document.
pub(crate) fn read<T: FromJson>(value: serde_json::Value) -> Result<T, JsonProblem> {
    T::from_json(value)
}

#[cfg(test)]
mod tests;
