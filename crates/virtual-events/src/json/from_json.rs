//! Types that read themselves from a parsed document.
//!
//! Derived deserializers are generic over their source and compare names field by field; for
//! the types of a list of events they come to 50 kB of code. Reading from one concrete value
//! does the same in a fifth.

use serde_json::{Map, Value};

use super::JsonProblem;

/// Reads itself from JSON; null and absent are one.
pub(crate) trait FromJson: Sized {
    /// Makes one of a value.
    fn from_json(value: Value) -> Result<Self, JsonProblem>;
}

impl FromJson for String {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        match value {
            Value::String(text) => Ok(text),
            _ => Err(JsonProblem::new("expected a text")),
        }
    }
}

impl FromJson for bool {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        value
            .as_bool()
            .ok_or_else(|| JsonProblem::new("expected true or false"))
    }
}

impl FromJson for i32 {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        let number = value
            .as_i64()
            .and_then(|number| Self::try_from(number).ok());
        number.ok_or_else(|| JsonProblem::new("expected a whole number of 32 bits"))
    }
}

impl FromJson for u16 {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        let number = value
            .as_u64()
            .and_then(|number| Self::try_from(number).ok());
        number.ok_or_else(|| JsonProblem::new("expected a whole number of 16 bits"))
    }
}

impl FromJson for f64 {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        value
            .as_f64()
            .ok_or_else(|| JsonProblem::new("expected a number"))
    }
}

impl FromJson for Value {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        Ok(value)
    }
}

impl FromJson for Map<String, Value> {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        match value {
            Value::Object(members) => Ok(members),
            _ => Err(JsonProblem::new("expected an object")),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        match value {
            Value::Null => Ok(None),
            value => T::from_json(value).map(Some),
        }
    }
}

/// `null` where the metadata promises a collection is an empty one.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        let items = match value {
            Value::Array(items) => items,
            Value::Null => return Ok(Self::new()),
            _ => return Err(JsonProblem::new("expected a list")),
        };
        let mut read = Self::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            read.push(T::from_json(item).map_err(|problem| problem.below_index(index))?);
        }
        Ok(read)
    }
}
