//! `null` where the metadata promises a collection.

use serde::{Deserialize, Deserializer};

/// Reads a list; `null` is an empty one.
pub(crate) fn null_as_empty<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Ok(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default())
}
