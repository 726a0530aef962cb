//! Hears, among all that is stored, what concerns the subscriptions that the relay holds.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Deserialize;
use tokio::sync::Notify;
use tokio::sync::mpsc::{self, Receiver, Sender};

use crate::feed::{Audience, FeedId};
use crate::notification::{Kind, Stored};
use crate::store::Listener;

/// What Graph said.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(super) feed: FeedId,
    pub(super) word: Word,
}

/// What it means for who looks after subscriptions.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// This subscription wants a renewal.
    WantsRenewal(String),
    /// This subscription is no more.
    Removed(String),
    /// An event was made, somewhere among those that are watched.
    Event,
}

/// How many words wait.
const QUEUE: usize = 1_024;

/// Passes on to the streams what is stored, and to the keeper what concerns it.
#[derive(Debug)]
pub(crate) struct Ears {
    streams: Arc<dyn Listener>,
    queue: Sender<Heard>,
    missed: Arc<Missed>,
}

/// Whether something was not heard, so that everything has to be looked at.
#[derive(Debug, Default)]
struct Missed(AtomicBool);

/// The keeper's end, and what wakes it.
#[derive(Debug)]
pub(crate) struct News {
    queue: Receiver<Heard>,
    missed: Arc<Missed>,
    /// Somebody changed the ledger.
    pub(crate) bell: Arc<Notify>,
}

impl Ears {
    pub(crate) fn new(streams: Arc<dyn Listener>) -> (Self, News) {
        let (sender, queue) = mpsc::channel(QUEUE);
        let missed = Arc::<Missed>::default();
        let ears = Self {
            streams,
            queue: sender,
            missed: Arc::clone(&missed),
        };
        let bell = Arc::default();
        (
            ears,
            News {
                queue,
                missed,
                bell,
            },
        )
    }
}

impl News {
    /// Waits until there is something to do; what was heard, if anything was.
    pub(super) async fn wait(&mut self) -> Option<Heard> {
        tokio::select! {
            heard = self.queue.recv() => heard,
            () = self.bell.notified() => None,
        }
    }

    /// What has been heard by now.
    pub(super) fn more(&mut self) -> Option<Heard> {
        self.queue.try_recv().ok()
    }

    /// Whether something may have been missed since this was asked last.
    pub(super) fn take_missed(&self) -> bool {
        self.missed.0.swap(false, Ordering::Relaxed)
    }
}

/// As much of an item as tells what it is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[serde(default)]
    subscription_id: String,
    lifecycle_event: Option<String>,
    #[serde(default)]
    resource: String,
    #[serde(default)]
    change_type: String,
}

fn word(stored: &Stored) -> Option<Word> {
    // most are about something else, and are not read
    let may_be = stored.kind == Kind::Lifecycle || stored.item.contains("virtualEvents/events");
    if stored.audience != Audience::Tenant || !may_be {
        return None;
    }
    let item: Item = serde_json::from_str(&stored.item).ok()?;
    match item.lifecycle_event.as_deref() {
        Some("reauthorizationRequired") => Some(Word::WantsRenewal(item.subscription_id)),
        Some("subscriptionRemoved") => Some(Word::Removed(item.subscription_id)),
        // what was missed is the readers' to find out: they have got it as well
        Some(_) => None,
        None => {
            let is_event = item.change_type == "created"
                && item.resource.contains("solutions/virtualEvents/events");
            is_event.then_some(Word::Event)
        }
    }
}

impl Listener for Ears {
    fn heard(&self, stored: &[Stored]) {
        self.streams.heard(stored);
        for one in stored {
            if let Some(word) = word(one) {
                let heard = Heard {
                    feed: one.feed.clone(),
                    word,
                };
                if self.queue.try_send(heard).is_err() {
                    self.missed.0.store(true, Ordering::Relaxed);
                }
            }
        }
    }

    fn lost_track(&self) {
        self.streams.lost_track();
        self.missed.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde_json::{Value, json};

    use super::{Word, word};
    use crate::feed::{Audience, UserId};
    use crate::notification::{Kind, Position, Stored};

    fn stored(audience: Audience, kind: Kind, item: &Value) -> Stored {
        Stored {
            position: Position(1, 0),
            audience,
            feed: "aaaaaaaaaaaaaaaaaaaaaa".parse().unwrap(),
            kind,
            received: Timestamp::UNIX_EPOCH,
            item: item.to_string(),
        }
    }

    #[test]
    fn lifecycle_events_of_the_tenants_feeds_are_heard() {
        let event = |name: &str| json!({ "subscriptionId": "s", "lifecycleEvent": name });
        let heard = |name| word(&stored(Audience::Tenant, Kind::Lifecycle, &event(name)));
        let wants = Word::WantsRenewal("s".to_owned());
        assert_eq!(heard("reauthorizationRequired"), Some(wants));
        assert_eq!(
            heard("subscriptionRemoved"),
            Some(Word::Removed("s".to_owned()))
        );
        assert_eq!(heard("missed"), None);
        // a user's own subscription is the user's to renew
        let ana = Audience::User(UserId::new("ana"));
        let event = event("reauthorizationRequired");
        assert_eq!(word(&stored(ana, Kind::Lifecycle, &event)), None);
    }

    #[test]
    fn a_new_event_is_heard_and_other_changes_are_not() {
        let item =
            |resource: &str, change: &str| json!({ "resource": resource, "changeType": change });
        let heard = |item| word(&stored(Audience::Tenant, Kind::Notification, &item));
        let events = "solutions/virtualEvents/events/";
        assert_eq!(heard(item(events, "created")), Some(Word::Event));
        assert_eq!(heard(item(events, "updated")), None);
        let town_hall = "solutions/virtualEvents/townhalls/1";
        assert_eq!(heard(item(town_hall, "created")), None);
    }
}
