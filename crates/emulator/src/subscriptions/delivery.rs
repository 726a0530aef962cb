//! When what is delivered: rounds of a background task, or one by hand.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::json;
use tokio::task::JoinSet;

use super::ledger::{Lane, Scene, Turn};
use super::notification::{Channel, Waiting};
use super::pace::{Pace, Standing};
use super::send::{self, Batch, Outcome};
use crate::settings::Delivery;
use crate::world::{Shared, World};

/// The most items of one collection.
const MOST: usize = 20;

/// Hours that an item is tried, or waits for its subscription to be authorized again.
pub(super) const KEPT_HOURS: i64 = 4;

/// How long the task sleeps when nobody wakes it: the clock runs on meanwhile.
const NAP: Duration = Duration::from_millis(250);

/// Delivers whatever becomes due, as long as the emulator runs.
pub(crate) async fn keep_delivering(shared: Arc<Shared>) {
    loop {
        tokio::select! {
            () = shared.wake.notified() => {}
            () = tokio::time::sleep(NAP) => {}
        }
        let batches = {
            let mut world = shared.world();
            match world.settings.delivery {
                Delivery::On if !world.subscriptions.is_idle() => due(&mut world),
                Delivery::On | Delivery::Off => Vec::new(),
            }
        };
        for batch in batches {
            tokio::spawn(send::send(Arc::clone(&shared), batch));
        }
    }
}

/// What a delivery by hand came to.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Round {
    /// Items that were taken.
    delivered: usize,
    /// Items that will be tried again, or were given up.
    failed: usize,
    /// Items that wait.
    waiting: usize,
}

/// Tries everything that is due, once, and waits for the answers.
pub(crate) async fn deliver_now(shared: &Arc<Shared>) -> Round {
    let mut round = Round::default();
    loop {
        let (batches, busy) = {
            let mut world = shared.world();
            let batches = due(&mut world);
            (batches, !world.subscriptions.busy.is_empty())
        };
        if batches.is_empty() && !busy {
            break;
        }
        if batches.is_empty() {
            // The background task has something under way.
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let mut sending = JoinSet::new();
        for batch in batches {
            sending.spawn(send::send(Arc::clone(shared), batch));
        }
        while let Some(sent) = sending.join_next().await {
            match sent {
                Ok(Outcome::Taken(items)) => round.delivered += items,
                Ok(Outcome::Failed(items)) => round.failed += items,
                // A task that panicked has said so.
                Err(_) => {}
            }
        }
    }
    round.waiting = shared.world().subscriptions.count_waiting();
    round
}

/// Takes what is due, a collection for each address that isn't busy.
fn due(world: &mut World) -> Vec<Batch> {
    let now = world.now();
    let scene = Scene {
        tenant: &world.tenant,
        settings: &world.settings,
        now,
    };
    let subscriptions = &mut world.subscriptions;
    subscriptions.expire(now);
    subscriptions.look(scene);
    let mut lanes: BTreeMap<Lane, Vec<Waiting>> = BTreeMap::new();
    let mut lost = Vec::new();
    let waiting = std::mem::take(&mut subscriptions.waiting);
    for item in waiting {
        let Some(one) = subscriptions.get(&item.subscription) else {
            continue;
        };
        let url = match item.channel {
            Channel::Notification => Some(&one.notification_url),
            Channel::Lifecycle => one.lifecycle_notification_url.as_ref(),
        };
        let Some(url) = url.cloned() else { continue };
        let pace = subscriptions.paces.get(&url);
        let standing = pace.map_or(Standing::Good, |pace| pace.standing(now));
        let held = item.channel == Channel::Notification && !one.is_authorized(now);
        let verdict = verdict(&item, standing, held, now);
        let lane = Lane {
            url,
            channel: item.channel,
            turn: if item.attempts == 0 {
                Turn::First
            } else {
                Turn::Again
            },
        };
        match verdict {
            Verdict::Lost(why) => lost.push((why, lane.url, item)),
            Verdict::Waits => subscriptions.waiting.push(item),
            Verdict::Goes => {
                let taken = lanes.get(&lane).map_or(0, Vec::len);
                // It stays among the waiting until it has been taken.
                subscriptions.waiting.push(item.clone());
                if taken < MOST && !subscriptions.busy.contains(&lane) {
                    lanes.entry(lane).or_default().push(item);
                }
            }
        }
    }
    subscriptions.busy.extend(lanes.keys().cloned());
    for (why, url, item) in lost {
        let mut line = send::line(now, &url, item.channel.text(), 0);
        line["failure"] = why.into();
        line["items"] = json!([send::redacted(&item.item)]);
        world.journal.write_line(line);
    }
    lanes
        .into_iter()
        .map(|(lane, items)| Batch { lane, items })
        .collect()
}

/// What becomes of an item now.
enum Verdict {
    Goes,
    Waits,
    Lost(&'static str),
}

fn verdict(item: &Waiting, standing: Standing, held: bool, now: Timestamp) -> Verdict {
    let age = now.duration_since(item.made_at);
    if held {
        return match age >= SignedDuration::from_hours(KEPT_HOURS) {
            true => Verdict::Lost("not authorized"),
            false => Verdict::Waits,
        };
    }
    if item.due_at > now {
        return Verdict::Waits;
    }
    match (item.channel, standing) {
        (Channel::Notification, Standing::Dropped) => Verdict::Lost("endpoint dropped"),
        (Channel::Notification, Standing::Slow) if age < Pace::delay() => Verdict::Waits,
        _ => Verdict::Goes,
    }
}
