//! The members of an object, taken out by name.

use serde_json::{Map, Value};

use super::{FromJson, JsonProblem};

/// An object that is being read; members nobody asks for are passed over.
pub(crate) struct Members(Map<String, Value>);

impl Members {
    pub(crate) fn of(value: Value) -> Result<Self, JsonProblem> {
        match value {
            Value::Object(members) => Ok(Self(members)),
            _ => Err(JsonProblem::new("expected an object")),
        }
    }

    /// Reads the member with this name; null when there is none.
    pub(crate) fn read<T: FromJson>(&mut self, name: &'static str) -> Result<T, JsonProblem> {
        let value = self.take(name).unwrap_or_default();
        T::from_json(value).map_err(|problem| problem.below_key(name))
    }

    /// The member with this name as it is; a null stays in its place.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.0.get_mut(name).map(Value::take)
    }
}
