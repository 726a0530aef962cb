//! A documented request body, property by property, for the typed request models.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The properties of a documented body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// The properties of an object.
    ///
    /// # Errors
    /// When there is no body, or it is no object.
    pub(crate) fn of(body: Option<&'a Value>) -> Result<Self, String> {
        match body {
            Some(Value::Object(members)) => Ok(Self(members)),
            Some(_) => Err("the documented body is no object".to_owned()),
            None => Err("the operation needs a body and the example has none".to_owned()),
        }
    }

    /// A property as the model's type; `None` when it isn't there or null.
    ///
    /// # Errors
    /// When the model's type can't hold it.
    pub(crate) fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => serde_json::from_value(value.clone())
                .map(Some)
                .map_err(|why| format!("the request model can't hold {name}: {why}")),
        }
    }

    /// The same of a property that the model wants.
    ///
    /// # Errors
    /// When it isn't there, or the model's type can't hold it.
    pub(crate) fn need<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        self.get(name)?
            .ok_or_else(|| format!("the request model wants {name}"))
    }
}
