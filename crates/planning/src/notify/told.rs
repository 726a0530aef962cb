//! What the relay's stream tells.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use virtual_events::UtcInstant;

use super::meaning::{self, Meaning};
use super::{Entry, Frame};

/// One event of the relay's stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The stream is open.
    Hello {
        /// It is silent for at most so long; longer, and it is dead.
        heartbeat: Duration,
        /// The position of the newest notification there is.
        latest: Option<String>,
    },
    /// A notification, at its position.
    Notification {
        /// The feed that it came by.
        feed: String,
        /// What it tells, and when it came.
        entry: Entry,
    },
    /// What came since the position asked for isn't kept any more: all has to be read anew.
    Gap,
    /// The token has ended: open the stream anew with another.
    Expired,
    /// Something newer, or something odd; it is passed over.
    Unknown,
}

/// Silence that a stream which doesn't say otherwise may keep.
const HEARTBEAT: Duration = Duration::from_secs(15);

impl Told {
    /// What an event of the stream tells; `now` is when it came, should it not say so itself.
    #[must_use]
    pub fn by(frame: &Frame, now: UtcInstant) -> Self {
        let data: Value = serde_json::from_str(&frame.data).unwrap_or_default();
        match frame.event.as_str() {
            "hello" => Self::Hello {
                heartbeat: data["heartbeatSeconds"]
                    .as_u64()
                    .filter(|seconds| (1..=3_600).contains(seconds))
                    .map_or(HEARTBEAT, Duration::from_secs),
                latest: data["latest"].as_str().map(str::to_owned),
            },
            "notification" => notification(frame, data, now).unwrap_or(Self::Unknown),
            "gap" => Self::Gap,
            "expired" => Self::Expired,
            _ => Self::Unknown,
        }
    }
}

/// A notification in the words in which it came: so it is kept, and told to other tabs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    /// Its position.
    pub id: String,
    /// Its data, as the stream had it.
    pub data: String,
}

impl Came {
    /// What it tells; `None` for what is no notification.
    #[must_use]
    pub fn entry(&self, now: UtcInstant) -> Option<Entry> {
        let data = serde_json::from_str(&self.data).ok()?;
        entry(&self.id, data, now).map(|(_, entry)| entry)
    }

    /// The items of a delivery that was pushed to the browser itself at `now`; `name` tells it
    /// apart from all others. Nothing of what is no delivery.
    #[must_use]
    pub fn pushed(body: &str, name: &str, now: UtcInstant) -> Vec<Self> {
        let body: Value = serde_json::from_str(body).unwrap_or_default();
        let items = body["value"].as_array().cloned().unwrap_or_default();
        let each = items.into_iter().enumerate().map(|(nth, mut item)| {
            if let Some(members) = item.as_object_mut() {
                members.remove("clientState");
            }
            let data = serde_json::json!({
                "feed": "push",
                "receivedDateTime": now.to_string(),
                "item": item,
            });
            Self {
                id: [name, ".", &nth.to_string()].concat(),
                data: data.to_string(),
            }
        });
        each.collect()
    }
}

fn notification(frame: &Frame, data: Value, now: UtcInstant) -> Option<Told> {
    let (feed, entry) = entry(frame.id.as_ref()?, data, now)?;
    Some(Told::Notification { feed, entry })
}

fn entry(id: &str, mut data: Value, now: UtcInstant) -> Option<(String, Entry)> {
    let came = data["receivedDateTime"]
        .as_str()
        .and_then(UtcInstant::parse);
    let feed = data["feed"].as_str()?.to_owned();
    let meaning: Meaning = meaning::item(data["item"].take())?;
    let entry = Entry {
        id: id.to_owned(),
        at: came.unwrap_or(now),
        meaning,
    };
    Some((feed, entry))
}
