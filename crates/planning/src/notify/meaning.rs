//! What a delivery means, today's or of the first documents.

use serde_json::Value;
use virtual_events::{
    ChangeType, LifecycleEvent, Notification, NotificationCollection, SubscriptionId, UtcInstant,
};

use super::{CallEvent, Part, Subject};

/// What one notification tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The subscription that it comes from.
    pub subscription: Option<SubscriptionId>,
    /// When that one ends unless renewed.
    pub expires_at: Option<UtcInstant>,
    /// What happened.
    pub happened: Happened,
    /// In which manner it is written.
    pub manner: Manner,
    /// What happened in a call, where its contents were opened.
    pub call: Option<CallEvent>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// Something changed.
    Changed {
        /// How; `None` when it isn't said.
        change: Option<ChangeType>,
        /// What.
        subject: Subject,
    },
    /// Something happened to the subscription itself.
    Lifecycle(LifecycleEvent),
}

/// The manner in which a notification is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As Graph's pages show it today.
    Today,
    /// As the first document of 2023 showed it: `events/{id}`, registrants, filters.
    Of2023,
}

/// What a notification tells.
#[must_use]
pub fn meaning_of(notification: &Notification) -> Meaning {
    let happened = match &notification.lifecycle_event {
        Some(event) => Happened::Lifecycle(event.clone()),
        None => Happened::Changed {
            change: notification.change_type.clone(),
            subject: Subject::of(notification),
        },
    };
    Meaning {
        subscription: notification.subscription_id.clone(),
        expires_at: notification.subscription_expires_at,
        manner: manner(notification, &happened),
        happened,
        call: None,
    }
}

fn manner(notification: &Notification, happened: &Happened) -> Manner {
    let data = notification.resource_data.as_ref();
    let paths = [
        notification.resource.as_ref().map(AsRef::as_ref),
        data.and_then(|data| data.odata_id.as_deref()),
    ];
    let old = |path: &str| {
        let path = path.to_ascii_lowercase();
        // a filter, the registrants, or one event among `events`
        let among = path.split_once("virtualevents/events/");
        let one = among.is_some_and(|(_, rest)| {
            !rest.is_empty() && !rest.starts_with("geteventsfromorganizers")
        });
        path.contains("$filter") || path.contains("/registrants") || one
    };
    let gone = matches!(
        happened,
        Happened::Changed {
            change: Some(ChangeType::Deleted),
            subject: Subject { part, .. },
        } if *part != Part::Other
    );
    if gone || paths.into_iter().flatten().any(old) {
        Manner::Of2023
    } else {
        Manner::Today
    }
}

/// What somebody pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// Nothing.
    Nothing,
    /// The token of a handshake, decoded, as it has to be sent back.
    ValidationToken(String),
    /// Notifications, in their order, and how many items couldn't be read at all.
    Notifications(Vec<Meaning>, usize),
    /// Something else.
    Unknown,
}

/// Reads what was pasted: a delivery, one notification of it, a list of them, the address or the
/// parameter of a handshake. A member that isn't what Graph documents is left out.
#[must_use]
pub fn pasted(text: &str) -> Pasted {
    let text = text.trim();
    if text.is_empty() {
        return Pasted::Nothing;
    }
    if let Some(token) = validation_token(text) {
        return Pasted::ValidationToken(token);
    }
    let Ok(document) = serde_json::from_str::<Value>(text) else {
        return Pasted::Unknown;
    };
    let items = match document {
        Value::Array(items) => items,
        Value::Object(mut members) => match members.remove("value") {
            Some(Value::Array(items)) => items,
            Some(_) => return Pasted::Unknown,
            None => vec![Value::Object(members)],
        },
        _ => return Pasted::Unknown,
    };
    let read: Vec<Option<Meaning>> = items.into_iter().map(item).collect();
    let unread = read.iter().filter(|it| it.is_none()).count();
    let meanings: Vec<Meaning> = read.into_iter().flatten().collect();
    if meanings.is_empty() {
        return Pasted::Unknown;
    }
    Pasted::Notifications(meanings, unread)
}

/// Reads one item; members that can't be read are dropped one by one.
pub(super) fn item(mut item: Value) -> Option<Meaning> {
    /// What a notification has at least one of.
    const TELLING: [&str; 3] = ["resource", "lifecycleEvent", "resourceData"];
    let call = item.get("resourceData").and_then(CallEvent::read);
    let members = item.as_object_mut()?;
    if !TELLING.iter().any(|name| members.contains_key(*name)) {
        return None;
    }
    loop {
        let body = serde_json::json!({ "value": [item] }).to_string();
        let wrong = match NotificationCollection::parse(body.as_bytes()) {
            Ok(read) => {
                let meaning = read.value.first().map(meaning_of)?;
                return Some(Meaning { call, ..meaning });
            }
            Err(wrong) => wrong,
        };
        let path = wrong.path.strip_prefix("$.value[0].")?;
        let name = path.split(['.', '[']).next()?;
        item.as_object_mut()?.remove(name)?;
    }
}

/// The token in an address, or in a lone parameter.
fn validation_token(text: &str) -> Option<String> {
    let at = text.find("validationToken=")?;
    // anything but the begin of an address, a request line or a parameter is a text about it
    if text.starts_with(['{', '[']) {
        return None;
    }
    let token = &text[at + "validationToken=".len()..];
    let end = token.find(['&', ' ', '\n', '\r', '#']);
    let token = token[..end.unwrap_or(token.len())].replace('+', " ");
    let decoded = percent_encoding::percent_decode_str(&token).decode_utf8();
    decoded.ok().map(|token| token.into_owned())
}
