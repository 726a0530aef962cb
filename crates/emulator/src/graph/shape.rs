//! Which of the contradicting shapes an answer has.
//!
//! The pages' examples and the metadata disagree in places; real answers may follow either.

use serde_json::{Value, json};

use crate::ident::spread;
use crate::settings::{Settings, Shapes};

/// The shape of one answer.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    shapes: Shapes,
    unknown: bool,
    salt: u64,
}

impl Shape {
    /// The shape of the answer with this number.
    pub(super) fn new(settings: &Settings, answer: u64) -> Self {
        Self {
            shapes: settings.shapes,
            unknown: settings.unknown_properties,
            salt: answer,
        }
    }

    /// Whether the place named so looks as in the pages' examples this time.
    pub(super) fn as_documented(&self, place: &str) -> bool {
        match self.shapes {
            Shapes::Documented => true,
            Shapes::Metadata => false,
            Shapes::Mixed => spread(&format!("{}/{place}", self.salt)).is_multiple_of(2),
        }
    }

    /// Whether enum members of tomorrow may appear.
    pub(super) fn is_mixed(&self) -> bool {
        self.shapes == Shapes::Mixed
    }

    /// A single object, perhaps wrapped into `value`.
    pub(super) fn single(&self, place: &str, object: Value) -> Value {
        if self.as_documented(place) {
            json!({ "value": object })
        } else {
            object
        }
    }

    /// `#microsoft.graph.…`, or without `#`, or in small letters.
    pub(super) fn type_name(&self, place: &str, name: &str) -> String {
        let full = format!("#microsoft.graph.{name}");
        if !self.as_documented(place) {
            return full;
        }
        match place {
            "session" => full.to_ascii_lowercase(),
            _ => full.trim_start_matches('#').to_owned(),
        }
    }

    /// Adds what no document names, for clients that must not mind.
    pub(super) fn with_unknown(&self, mut object: Value) -> Value {
        if self.unknown {
            object["engagementPreview"] = json!({ "isEnabled": false, "theme": null });
        }
        object
    }
}
