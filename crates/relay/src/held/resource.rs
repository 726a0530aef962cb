//! What can be subscribed to with application permissions, by which change types, for how long.
//!
//! Source: Graph's pages "Get change notifications for Microsoft Teams virtual event updates"
//! and "… meeting call updates".

use std::fmt;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// A resource in the form in which Graph's pages write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Resource {
    path: String,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Any event that is made, of everybody or of some organizers.
    Events,
    /// One webinar, or one town hall, which is in beta alone.
    Webinar,
    TownHall,
    Sessions,
    Registrations,
    AttendanceReports,
    Recording,
    /// The calls of one session's meeting.
    Calls,
}

/// A text that is none of the resources; why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoResource;

impl fmt::Display for NoResource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a resource of virtual events that can be subscribed to")
    }
}

/// More than any address in a resource has, in bytes.
const LONGEST: usize = 4_096;

const ROOT: &str = "solutions/virtualEvents/";

impl Resource {
    /// All events of the tenant.
    pub(super) fn all_events() -> Self {
        Self {
            path: [ROOT, "events"].concat(),
            kind: Kind::Events,
        }
    }

    /// All events of these organizers, by their object ids.
    pub(super) fn events_of(organizers: &[String]) -> Self {
        let ids: Vec<_> = organizers
            .iter()
            .map(|id| ["'", id, "'"].concat())
            .collect();
        let ids = ids.join(", ");
        let call = ["events/getEventsFromOrganizers(organizerIds=[", &ids, "])"];
        Self {
            path: [ROOT, &call.concat()].concat(),
            kind: Kind::Events,
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.path
    }

    /// The change types that it has.
    fn change_types(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Events | Kind::AttendanceReports => &["created"],
            Kind::Webinar | Kind::TownHall | Kind::Recording | Kind::Calls => &["updated"],
            Kind::Sessions | Kind::Registrations => &["created", "updated"],
        }
    }

    /// How far its expiry may lie ahead.
    pub(super) fn longest(&self) -> SignedDuration {
        match self.kind {
            Kind::Calls => SignedDuration::from_mins(4_230),
            _ => SignedDuration::from_mins(24 * 60),
        }
    }

    /// The version of Graph whose page names it.
    pub(super) fn version(&self) -> &'static str {
        match self.kind {
            Kind::TownHall | Kind::Recording | Kind::Calls => "/beta",
            _ => "/v1.0",
        }
    }

    /// Whether its notifications can come with what they are about.
    pub(super) fn has_contents(&self) -> bool {
        self.kind == Kind::Calls
    }

    /// Whether Graph names the same thing so; it is not exact about capitals and spaces.
    pub(super) fn is_named(&self, text: &str) -> bool {
        let letters = |text: &str| text.replace(' ', "").to_ascii_lowercase();
        letters(text.trim_matches('/')) == letters(&self.path)
    }
}

impl TryFrom<String> for Resource {
    type Error = NoResource;

    fn try_from(text: String) -> Result<Self, NoResource> {
        let text = text.trim_matches('/');
        if text.len() > LONGEST || text.chars().any(char::is_control) {
            return Err(NoResource);
        }
        if let Some(call) = between(
            text,
            "communications/onlineMeetings(joinWebUrl='",
            "')/meetingCallEvents",
        ) {
            return match call.is_empty() || call.contains(['\'', ' ']) {
                true => Err(NoResource),
                false => Ok(Self {
                    path: text.to_owned(),
                    kind: Kind::Calls,
                }),
            };
        }
        let (root, rest) = text.split_at_checked(ROOT.len()).ok_or(NoResource)?;
        if !root.eq_ignore_ascii_case(ROOT) {
            return Err(NoResource);
        }
        if rest == "events" {
            return Ok(Self::all_events());
        }
        let list = between(rest, "events/getEventsFromOrganizers(organizerIds=[", "])");
        if let Some(list) = list {
            let ids = list.split(',').map(|id| between(id.trim(), "'", "'"));
            let ids = ids.map(|id| id.filter(|id| is_id(id)).map(str::to_owned));
            let ids: Vec<_> = ids.collect::<Option<_>>().ok_or(NoResource)?;
            return Ok(Self::events_of(&ids));
        }
        of_one_event(rest).ok_or(NoResource)
    }
}

fn of_one_event(rest: &str) -> Option<Resource> {
    let mut parts = rest.split('/');
    let (of, id, part) = (parts.next()?, parts.next()?, parts.next());
    let (of, whole) = match of.to_ascii_lowercase().as_str() {
        "webinars" => ("webinars", Kind::Webinar),
        "townhalls" => ("townhalls", Kind::TownHall),
        _ => return None,
    };
    let kind = match part {
        None => whole,
        Some("sessions") => Kind::Sessions,
        Some("registrations") if whole == Kind::Webinar => Kind::Registrations,
        Some("getAttendanceReports") => Kind::AttendanceReports,
        Some("getVideoOnDemandPublication") => Kind::Recording,
        Some(_) => return None,
    };
    if parts.next().is_some() || !is_id(id) {
        return None;
    }
    let path = match part {
        None => [ROOT, of, "/", id].concat(),
        Some(part) => [ROOT, of, "/", id, "/", part].concat(),
    };
    Some(Resource { path, kind })
}

/// Whether it can be an id: of users GUIDs, of events two of them with an `@`.
fn is_id(text: &str) -> bool {
    (1..=200).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_@.".contains(&byte))
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.strip_prefix(before)?.strip_suffix(after)
}

impl From<Resource> for String {
    fn from(resource: Resource) -> Self {
        resource.path
    }
}

/// Change types of a resource, in their order and each once: `created,updated`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct ChangeTypes(String);

impl ChangeTypes {
    /// Reads them; `None` if the resource doesn't have them all.
    pub(super) fn read(text: &str, of: &Resource) -> Option<Self> {
        let allowed = of.change_types();
        let wanted: Vec<_> = text.split(',').map(str::trim).collect();
        if !wanted.iter().all(|word| allowed.contains(word)) {
            return None;
        }
        let words = allowed.iter().filter(|word| wanted.contains(word));
        Some(Self(words.copied().collect::<Vec<_>>().join(",")))
    }

    /// All that the resource has.
    pub(super) fn all(of: &Resource) -> Self {
        Self(of.change_types().join(","))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether one of them stands in this text as well.
    pub(super) fn meet(&self, text: &str) -> bool {
        let others: Vec<_> = text.split(',').map(str::trim).collect();
        self.0.split(',').any(|word| others.contains(&word))
    }
}

#[cfg(test)]
#[path = "resource_tests.rs"]
mod tests;
