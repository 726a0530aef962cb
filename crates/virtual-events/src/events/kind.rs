//! Town hall or webinar.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::identity::kind::odata_type_matches;

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

    /// What an event is taken for that doesn't say.
    pub(super) fn undeclared() -> Self {
        Self::Townhall
    }
}

impl Serialize for EventKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.odata_type())
    }
}

impl<'de> Deserialize<'de> for EventKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        if odata_type_matches(&text, "virtualEventWebinar") {
            Ok(Self::Webinar)
        } else {
            Ok(Self::undeclared())
        }
    }
}
