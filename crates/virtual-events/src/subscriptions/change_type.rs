//! What kinds of change a subscription tells of.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::json::{FromJson, JsonProblem, deserialize_from_json};

open_enum! {
    /// A kind of change (Graph enum `changeType`).
    ChangeType {
        /// Something new.
        Created = "created",
        /// Something changed.
        Updated = "updated",
        /// Something gone.
        Deleted = "deleted",
    }
}

/// Several kinds of change, on the wire a list with commas, perhaps with blanks behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeTypes(Vec<ChangeType>);

impl ChangeTypes {
    /// The kinds.
    #[must_use]
    pub fn as_slice(&self) -> &[ChangeType] {
        &self.0
    }

    fn parse(text: &str) -> Self {
        let words = text
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        Self(words.map(ChangeType::from).collect())
    }
}

impl<const N: usize> From<[ChangeType; N]> for ChangeTypes {
    fn from(types: [ChangeType; N]) -> Self {
        Self(types.into())
    }
}

impl FromIterator<ChangeType> for ChangeTypes {
    fn from_iter<I: IntoIterator<Item = ChangeType>>(types: I) -> Self {
        Self(types.into_iter().collect())
    }
}

impl std::fmt::Display for ChangeTypes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, change) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            f.write_str(change.as_str())?;
        }
        Ok(())
    }
}

impl Serialize for ChangeTypes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJson for ChangeTypes {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        Ok(Self::parse(&String::from_json(value)?))
    }
}

deserialize_from_json! { ChangeTypes }
