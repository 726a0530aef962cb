//! What can be subscribed to: the table of "Get change notifications for virtual events".

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::tenant::Kind;

/// A resource that a subscription watches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Watched {
    /// Every event made in the tenant.
    Made,
    /// Every event of these organizers and co-organizers.
    MadeBy(Vec<String>),
    Event(Kind, String),
    Sessions(Kind, String),
    /// Webinars alone have them.
    Registrations(String),
    Reports(Kind, String),
    Recording(Kind, String),
    /// The calls of the meeting with this address.
    Calls(String),
}

/// What can happen to a resource, as far as anybody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ChangeType {
    Created,
    Updated,
}

impl ChangeType {
    /// As Graph writes it.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
        }
    }

    /// Reads one word of `changeType`.
    pub(crate) fn read(word: &str) -> Option<Self> {
        [Self::Created, Self::Updated]
            .into_iter()
            .find(|one| one.text().eq_ignore_ascii_case(word))
    }
}

/// Whose tokens may subscribe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// A user's as well as an application's.
    Anybody,
    ApplicationOnly,
}

impl Watched {
    /// Reads a `resource`, with or without a slash at either end; nothing when it is unknown.
    pub(crate) fn read(resource: &str) -> Option<Self> {
        let path = resource.trim_matches('/');
        if let Some(address) = meeting_of_calls(path) {
            return Some(Self::Calls(address));
        }
        let parts: Vec<&str> = path.split('/').collect();
        let [solutions, virtual_events, collection, rest @ ..] = parts.as_slice() else {
            return None;
        };
        if !solutions.eq_ignore_ascii_case("solutions")
            || !virtual_events.eq_ignore_ascii_case("virtualEvents")
        {
            return None;
        }
        let kind = match collection.to_ascii_lowercase().as_str() {
            "events" => return of_all(rest),
            "townhalls" => Kind::Townhall,
            "webinars" => Kind::Webinar,
            _ => return None,
        };
        let (id, part) = match rest {
            [id] => (decoded(id), ""),
            [id, part] => (decoded(id), *part),
            _ => return None,
        };
        match (part.to_ascii_lowercase().as_str(), kind) {
            _ if id.is_empty() => None,
            ("", _) => Some(Self::Event(kind, id)),
            ("sessions", _) => Some(Self::Sessions(kind, id)),
            ("registrations", Kind::Webinar) => Some(Self::Registrations(id)),
            ("getattendancereports", _) => Some(Self::Reports(kind, id)),
            ("getvideoondemandpublication", _) => Some(Self::Recording(kind, id)),
            _ => None,
        }
    }

    /// The change types that the table allows.
    pub(crate) fn change_types(&self) -> &'static [ChangeType] {
        match self {
            Self::Made | Self::MadeBy(_) | Self::Reports(..) => &[ChangeType::Created],
            Self::Event(..) | Self::Recording(..) | Self::Calls(_) => &[ChangeType::Updated],
            Self::Sessions(..) | Self::Registrations(_) => {
                &[ChangeType::Created, ChangeType::Updated]
            }
        }
    }

    /// Whose tokens may subscribe to it.
    pub(crate) fn reach(&self) -> Reach {
        match self {
            Self::Made | Self::MadeBy(_) | Self::Calls(_) => Reach::ApplicationOnly,
            _ => Reach::Anybody,
        }
    }

    /// The one event it is about.
    pub(crate) fn event(&self) -> Option<(Kind, &str)> {
        match self {
            Self::Event(kind, id)
            | Self::Sessions(kind, id)
            | Self::Reports(kind, id)
            | Self::Recording(kind, id) => Some((*kind, id)),
            Self::Registrations(id) => Some((Kind::Webinar, id)),
            Self::Made | Self::MadeBy(_) | Self::Calls(_) => None,
        }
    }
}

/// `events` and `events/getEventsFromOrganizers(organizerIds=['…', '…'])`.
fn of_all(rest: &[&str]) -> Option<Watched> {
    let function = match rest {
        [] => return Some(Watched::Made),
        [function] => decoded(function),
        _ => return None,
    };
    let (name, list) = function.split_once('(')?;
    let list = list
        .strip_suffix(')')?
        .trim()
        .strip_prefix("organizerIds=")?;
    let inside = list.trim().strip_prefix('[')?.strip_suffix(']')?;
    let organizers = inside
        .split(',')
        .map(|one| {
            let id = one.trim().strip_prefix('\'')?.strip_suffix('\'')?;
            (!id.is_empty()).then(|| id.to_owned())
        })
        .collect::<Option<Vec<_>>>()?;
    name.eq_ignore_ascii_case("getEventsFromOrganizers")
        .then_some(Watched::MadeBy(organizers))
}

/// `communications/onlineMeetings(joinWebUrl='…')/meetingCallEvents`.
///
/// The address is encoded as a whole, so that its own `%` have become `%25`: one decoding gives
/// it back.
fn meeting_of_calls(path: &str) -> Option<String> {
    let after = strip_prefix(path, "communications/onlineMeetings(joinWebUrl='")?;
    let at = after.len().checked_sub("')/meetingCallEvents".len())?;
    let (address, end) = after.split_at_checked(at)?;
    (end.eq_ignore_ascii_case("')/meetingCallEvents") && !address.is_empty())
        .then(|| decoded(address))
}

fn strip_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read_in_any_case() {
        let townhall = |id: &str| Watched::Event(Kind::Townhall, id.into());
        for (text, watched) in [
            ("solutions/virtualEvents/events", Watched::Made),
            ("/solutions/virtualevents/events/", Watched::Made),
            (
                "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=['id1', 'id2'])",
                Watched::MadeBy(vec!["id1".into(), "id2".into()]),
            ),
            ("solutions/virtualevents/townhalls/7@8", townhall("7@8")),
            ("solutions/virtualEvents/townhalls/7%408", townhall("7@8")),
            (
                "solutions/virtualEvents/webinars/7/registrations",
                Watched::Registrations("7".into()),
            ),
            (
                "solutions/virtualEvents/webinars/7/getVideoOnDemandPublication",
                Watched::Recording(Kind::Webinar, "7".into()),
            ),
            (
                "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fx%2F19%253a1')/meetingCallEvents",
                Watched::Calls("https://x/19%3a1".into()),
            ),
        ] {
            assert_eq!(Watched::read(text), Some(watched), "{text}");
        }
    }

    #[test]
    fn what_the_table_lacks_leads_nowhere() {
        for text in [
            "",
            "me/messages",
            "solutions/virtualEvents/townhalls",
            "solutions/virtualEvents/townhalls/7/registrations",
            "solutions/virtualEvents/events/7",
            "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=[])",
            "solutions/virtualEvents/webinars/7/sessions/8",
            "communications/onlineMeetings(joinWebUrl='')/meetingCallEvents",
            "communications/onlineMeetings(joinWebUrl='",
        ] {
            assert_eq!(Watched::read(text), None, "{text}");
        }
    }
}
