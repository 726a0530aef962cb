//! What the relay's stream tells.

use std::time::Duration;

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

fn notification(frame: &Frame, mut data: Value, now: UtcInstant) -> Option<Told> {
    let came = data["receivedDateTime"]
        .as_str()
        .and_then(UtcInstant::parse);
    let feed = data["feed"].as_str()?.to_owned();
    let meaning: Meaning = meaning::item(data["item"].take())?;
    let entry = Entry {
        id: frame.id.clone()?,
        at: came.unwrap_or(now),
        meaning,
    };
    Some(Told::Notification { feed, entry })
}
