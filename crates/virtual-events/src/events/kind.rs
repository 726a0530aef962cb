//! Town hall or webinar.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::identity::kind::odata_type_matches;
use crate::json::{FromJson, JsonProblem, deserialize_from_json};

/// The two kinds of virtual event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A town hall (`virtualEventTownhall`).
    Townhall,
    /// A webinar (`virtualEventWebinar`).
    Webinar,
}

impl EventKind {
    /// Both, town halls first.
    pub const ALL: [Self; 2] = [Self::Townhall, Self::Webinar];

    /// The word for this kind in Graph's paths.
    #[must_use]
    pub const fn path_word(self) -> &'static str {
        match self {
            Self::Townhall => "townhalls",
            Self::Webinar => "webinars",
        }
    }

    const fn odata_type(self) -> &'static str {
        match self {
            Self::Townhall => "#microsoft.graph.virtualEventTownhall",
            Self::Webinar => "#microsoft.graph.virtualEventWebinar",
        }
    }

    /// Writes the kind into an event's JSON; answers often leave it out.
    pub(crate) fn declare_in(self, event: &mut Value) {
        if let Value::Object(members) = event {
            members.insert("@odata.type".to_owned(), Value::from(self.odata_type()));
        }
    }
}

impl Serialize for EventKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.odata_type())
    }
}

impl FromJson for EventKind {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        let text = Option::<String>::from_json(value)?.unwrap_or_default();
        // what an event is taken for that doesn't say
        let undeclared = Self::Townhall;
        let is_webinar = odata_type_matches(&text, "virtualEventWebinar");
        Ok(if is_webinar {
            Self::Webinar
        } else {
            undeclared
        })
    }
}

deserialize_from_json! { EventKind }
