//! Which resource a path means.

use crate::tenant::Kind;

/// A resource of Graph that the emulator has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Resource {
    Batch,
    Me,
    RankedPeople,
    SendMail,
    Users,
    User(String),
    Photo(String),
    Subscriptions,
    Subscription(String),
    Reauthorize(String),
    VapidKey,
    /// Every event of a kind.
    Events(Kind),
    /// `getByUserRole`, with its role.
    ByRole(Kind, String),
    /// `getByUserIdAndRole`, with its parameters.
    ByUserAndRole(Kind, String, String),
    /// An event, and what of it.
    Event(Kind, String, Part),
}

/// What of an event is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Itself,
    Publish,
    Cancel,
    ExternalInformation,
    Presenters,
    Presenter(String),
    Sessions,
    Session(String),
    Reports(String),
    Report(String, String),
    Records(String, String),
    Configuration,
    Questions,
    Question(String),
    Registrations,
    Registration(Key),
    RegistrationCancel(Key),
    RegistrationSessions(Key),
}

/// How a registration is named: by id, or by one of its alternate keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Id(String),
    User(String),
    Email(String),
}

/// The resource of these segments; the error is the segment that leads nowhere.
pub(super) fn resource(segments: &[String]) -> Result<Resource, String> {
    let words: Vec<&str> = segments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["$batch"] => Ok(Resource::Batch),
        ["me"] => Ok(Resource::Me),
        ["me", "people"] => Ok(Resource::RankedPeople),
        ["me", "sendMail"] => Ok(Resource::SendMail),
        ["users"] => Ok(Resource::Users),
        ["users", id] => Ok(Resource::User((*id).to_owned())),
        ["users", id, "photo", "$value"] | ["users", id, "photos", _, "$value"] => {
            Ok(Resource::Photo((*id).to_owned()))
        }
        ["subscriptions"] => Ok(Resource::Subscriptions),
        ["subscriptions", "getVapidPublicKey" | "getVapidPublicKey()"] => Ok(Resource::VapidKey),
        ["subscriptions", id] => Ok(Resource::Subscription((*id).to_owned())),
        ["subscriptions", id, "reauthorize"] => Ok(Resource::Reauthorize((*id).to_owned())),
        ["solutions", "virtualEvents", collection, rest @ ..] => {
            let kind = match *collection {
                "townhalls" => Kind::Townhall,
                "webinars" => Kind::Webinar,
                other => return Err(other.to_owned()),
            };
            virtual_event(kind, rest)
        }
        [] => Err(String::new()),
        [first @ ("solutions" | "users" | "me"), rest @ ..] => {
            Err((*rest.first().unwrap_or(first)).to_owned())
        }
        [first, ..] => Err((*first).to_owned()),
    }
}

fn virtual_event(kind: Kind, rest: &[&str]) -> Result<Resource, String> {
    let Some((first, after)) = rest.split_first() else {
        return Ok(Resource::Events(kind));
    };
    if let Some((name, parameters)) = function(first) {
        let parameter = |name: &str| {
            parameters
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
        };
        return match (name, after) {
            ("getByUserRole", []) => parameter("role")
                .map(|role| Resource::ByRole(kind, role))
                .ok_or_else(|| (*first).to_owned()),
            ("getByUserIdAndRole", []) => parameter("userId")
                .zip(parameter("role"))
                .map(|(user, role)| Resource::ByUserAndRole(kind, user, role))
                .ok_or_else(|| (*first).to_owned()),
            _ => Err((*first).to_owned()),
        };
    }
    Ok(Resource::Event(kind, (*first).to_owned(), part(after)?))
}

fn part(words: &[&str]) -> Result<Part, String> {
    let own = |text: &str| text.to_owned();
    Ok(match words {
        [] => Part::Itself,
        ["publish"] => Part::Publish,
        ["cancel"] => Part::Cancel,
        ["setExternalEventInformation"] => Part::ExternalInformation,
        ["presenters"] => Part::Presenters,
        ["presenters", id] => Part::Presenter(own(id)),
        ["sessions"] => Part::Sessions,
        ["sessions", id] => Part::Session(own(id)),
        ["sessions", id, "attendanceReports"] => Part::Reports(own(id)),
        ["sessions", id, "attendanceReports", report] => Part::Report(own(id), own(report)),
        [
            "sessions",
            id,
            "attendanceReports",
            report,
            "attendanceRecords",
        ] => Part::Records(own(id), own(report)),
        ["registrationConfiguration"] => Part::Configuration,
        ["registrationConfiguration", "questions"] => Part::Questions,
        ["registrationConfiguration", "questions", id] => Part::Question(own(id)),
        ["registrations"] => Part::Registrations,
        ["registrations", id] => Part::Registration(Key::Id(own(id))),
        ["registrations", id, "cancel"] => Part::RegistrationCancel(Key::Id(own(id))),
        ["registrations", id, "sessions"] => Part::RegistrationSessions(Key::Id(own(id))),
        [first, rest @ ..] => {
            let key = registration_key(first).ok_or_else(|| own(first))?;
            match rest {
                [] => Part::Registration(key),
                ["cancel"] => Part::RegistrationCancel(key),
                ["sessions"] => Part::RegistrationSessions(key),
                [other, ..] => return Err(own(other)),
            }
        }
    })
}

fn registration_key(segment: &str) -> Option<Key> {
    let (name, parameters) = function(segment)?;
    let (key, value) = parameters.first()?;
    match (name, key.as_str()) {
        ("registrations", "userId") => Some(Key::User(value.clone())),
        ("registrations", "email") => Some(Key::Email(value.clone())),
        _ => None,
    }
}

/// Reads `name(a='1', b='it''s')`.
fn function(segment: &str) -> Option<(&str, Vec<(String, String)>)> {
    let (name, rest) = segment.split_once('(')?;
    let inside = rest.strip_suffix(')')?;
    let mut parameters = Vec::new();
    let mut left = inside.trim_start();
    while !left.is_empty() {
        let (key, after) = left.split_once('=')?;
        let text = after.trim_start().strip_prefix('\'')?;
        let mut value = String::new();
        let mut letters = text.char_indices().peekable();
        let end = loop {
            let (at, letter) = letters.next()?;
            if letter != '\'' {
                value.push(letter);
            } else if letters.next_if(|(_, next)| *next == '\'').is_some() {
                value.push('\'');
            } else {
                break at + 1;
            }
        };
        parameters.push((key.trim().to_owned(), value));
        left = text[end..]
            .trim_start()
            .trim_start_matches(',')
            .trim_start();
    }
    Some((name, parameters))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> Result<Resource, String> {
        resource(&path.split('/').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn functions_may_have_blanks_and_doubled_quotes() {
        assert_eq!(
            read("solutions/virtualEvents/townhalls/getByUserRole(role='coOrganizer')"),
            Ok(Resource::ByRole(Kind::Townhall, "coOrganizer".into()))
        );
        assert_eq!(
            read(
                "solutions/virtualEvents/webinars/getByUserIdAndRole(userId='1', role='organizer')"
            ),
            Ok(Resource::ByUserAndRole(
                Kind::Webinar,
                "1".into(),
                "organizer".into()
            ))
        );
        let part = Part::RegistrationCancel(Key::Email("o'neil@x.example".into()));
        assert_eq!(
            read(
                "solutions/virtualEvents/webinars/7@8/registrations(email='o''neil@x.example')/cancel"
            ),
            Ok(Resource::Event(Kind::Webinar, "7@8".into(), part))
        );
    }

    #[test]
    fn a_segment_that_leads_nowhere_is_named() {
        assert_eq!(
            read("solutions/virtualEvents/townhalls/1/approve"),
            Err("approve".into())
        );
        assert_eq!(read("groups"), Err("groups".into()));
    }
}
