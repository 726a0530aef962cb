//! One delivery: a collection to an address, and what its answer means.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::Uri;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::delivery::KEPT_HOURS;
use super::endpoint::{Silence, Target, target};
use super::ledger::{Lane, Turn};
use super::notification::Waiting;
use super::pace::Promptness;
use crate::wire::Origin;
use crate::world::{Shared, World};

/// Items that go to one address together.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) lane: Lane,
    pub(super) items: Vec<Waiting>,
}

/// How many items were taken, or not.
#[derive(Debug, Clone, Copy)]
pub(super) enum Outcome {
    Taken(usize),
    Failed(usize),
}

/// Seconds until the second attempt; each further one waits twice as long, up to ten minutes.
const FIRST_PAUSE_S: i64 = 5;
const LONGEST_PAUSE_S: i64 = 600;

/// The application that change notifications come from, as validation tokens name it.
const PUBLISHER: &str = "0bf30f3b-4a52-48df-9a82-234910c4a086";

/// Sends a batch and settles what became of it.
pub(super) async fn send(shared: Arc<Shared>, batch: Batch) -> Outcome {
    let (body, patience, within) = {
        let world = shared.world();
        let settings = &world.settings;
        let patience = match batch.lane.turn {
            Turn::First => settings.answer_within_ms,
            Turn::Again => settings.retry_within_ms,
        };
        let body = collection(&shared, &world, &batch);
        (
            body,
            Duration::from_millis(patience),
            settings.answer_within_ms,
        )
    };
    let started = Instant::now();
    let answered = if target(&batch.lane.url) == Target::PushService {
        Ok(201)
    } else {
        let sent = shared.endpoints.post(
            &batch.lane.url,
            "application/json; charset=utf-8",
            body.to_string().into_bytes(),
            patience,
        );
        sent.await.map(|response| response.status)
    };
    let took = started.elapsed();
    let promptness = match (&answered, batch.lane.turn) {
        (Err(Silence::Unreachable), _) => None,
        (Err(Silence::Timeout), Turn::First) => Some(Promptness::Slow),
        (Err(Silence::Timeout), Turn::Again) => Some(Promptness::Overdue),
        (Ok(_), _) if took > Duration::from_millis(within) => Some(Promptness::Slow),
        (Ok(_), _) => Some(Promptness::Prompt),
    };
    let outcome = settle(&mut shared.world(), batch, answered, promptness, took);
    shared.wake.notify_one();
    outcome
}

/// `changeNotificationCollection`, with a token for each application that gets contents.
fn collection(shared: &Shared, world: &World, batch: &Batch) -> Value {
    let items: Vec<&Value> = batch.items.iter().map(|waiting| &waiting.item).collect();
    let mut body = json!({ "value": items });
    let mut applications: Vec<&str> = batch
        .items
        .iter()
        .filter(|waiting| waiting.item.get("encryptedContent").is_some())
        .filter_map(|waiting| world.subscriptions.get(&waiting.subscription))
        .map(|one| one.owner.application.as_str())
        .collect();
    applications.dedup();
    if !applications.is_empty() {
        let now = world.now().as_second();
        let tokens = applications.into_iter().map(|application| {
            shared.key.sign(&json!({
                "aud": application,
                "iss": format!("{}/{}/v2.0", shared.ports.base(Origin::Entra), world.tenant.id),
                "iat": now,
                "nbf": now,
                "exp": now + 3_600,
                "azp": PUBLISHER,
                "azpacr": "2",
                "tid": world.tenant.id,
                "ver": "2.0",
            }))
        });
        body["validationTokens"] = tokens.collect();
    }
    body
}

fn settle(
    world: &mut World,
    batch: Batch,
    answered: Result<u16, Silence>,
    promptness: Option<Promptness>,
    took: Duration,
) -> Outcome {
    let now = world.now();
    let Batch { lane, items } = batch;
    let taken = matches!(answered, Ok(200..=299));
    let subscriptions = &mut world.subscriptions;
    subscriptions.busy.remove(&lane);
    if let Some(promptness) = promptness {
        let least = world.settings.answers_to_judge;
        let pace = subscriptions.paces.entry(lane.url.clone()).or_default();
        pace.note(now, promptness, least);
    }
    let mut line = line(now, &lane.url, lane.channel.text(), answered.unwrap_or(0));
    line["took_ms"] = (took.as_millis() as u64).into();
    line["attempt"] = items.iter().map(|item| item.attempts + 1).max().into();
    line["items"] = items.iter().map(|item| redacted(&item.item)).collect();
    if let Err(silence) = answered {
        line["failure"] = silence.text().into();
    }
    let all = items.len();
    let sent = |waiting: &Waiting| items.iter().any(|item| item.key == waiting.key);
    if taken {
        subscriptions.waiting.retain(|waiting| !sent(waiting));
    } else {
        let last = SignedDuration::from_hours(KEPT_HOURS);
        let mut given_up = 0;
        subscriptions.waiting.retain_mut(|waiting| {
            if !sent(waiting) {
                return true;
            }
            waiting.attempts += 1;
            let pause = FIRST_PAUSE_S << (waiting.attempts - 1).min(20);
            let pause = SignedDuration::from_secs(pause.min(LONGEST_PAUSE_S));
            waiting.due_at = now.checked_add(pause).unwrap_or(now);
            let kept = waiting.due_at.duration_since(waiting.made_at) <= last;
            given_up += usize::from(!kept);
            kept
        });
        if given_up > 0 {
            line["given_up"] = given_up.into();
        }
    }
    world.journal.write_line(line);
    world.touched += 1;
    if taken {
        Outcome::Taken(all)
    } else {
        Outcome::Failed(all)
    }
}

/// A line of the journal about a request to an endpoint; status 0 is for no answer.
pub(super) fn line(at: Timestamp, url: &str, channel: &str, status: u16) -> Value {
    let path = url.parse::<Uri>().map(|uri| uri.path().to_owned());
    json!({
        "at": at,
        "origin": "delivery",
        "method": "POST",
        "url": url,
        "path": path.unwrap_or_default(),
        "channel": channel,
        "status": status,
    })
}

/// An item as the journal may show it.
pub(super) fn redacted(item: &Value) -> Value {
    let mut shown = item.clone();
    for name in ["clientState", "encryptedContent"] {
        if let Some(value) = shown.get_mut(name).filter(|value| !value.is_null()) {
            *value = "[redacted]".into();
        }
    }
    shown
}
