//! From a notification to the event at its reader, at 1,000 a second.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep_until};

use crate::drill::{Drill, Listening, Store};
use crate::load::Load;
use crate::percentile::percentile_ms;
use crate::wire::{Feed, Line};

/// Each with one feed and one reader, so that every notification has one reader.
const USERS: usize = 2_000;
const A_SECOND: usize = 1_000;
const WARMING_UP_S: usize = 5;
const MEASURED_S: usize = 20;

/// Between two handshakes.
const HANDSHAKES: Duration = Duration::from_millis(50);

/// Time counts from when the notification was due to be sent, which is before its 202: what waits
/// behind a slow one counts, too.
pub(super) async fn measure(program: &Path, folder: &Path) -> anyhow::Result<Map<String, Value>> {
    let drill = Drill::start(Store::Sqlite, program, folder).await?;
    let tokens = drill.tokens(USERS)?;
    let feeds = drill.feeds(&tokens).await?;
    let readers = drill.readers(&tokens, 1).await?;
    let warming_up = WARMING_UP_S * A_SECOND;
    let numbers = 0..warming_up + MEASURED_S * A_SECOND;
    let listening = Listening::begin(&drill, readers, &feeds, numbers.end);
    let load = Load {
        feeds,
        hosts: Arc::clone(&drill.hosts),
        numbers: numbers.clone(),
        begin: Instant::now(),
        pace: Duration::from_secs(1) / u32::try_from(A_SECOND)?,
    };
    let during = load.due(warming_up)..load.due(numbers.end);
    let feed = load.feeds.first().context("a feed")?;
    let relay = drill.relays.first().context("a relay")?;
    let handshakes = handshakes(relay.host, feed, during);
    let (failed, handshakes) = tokio::try_join!(load.run(&listening.record), handshakes)?;
    let record = listening.end().await?;
    let verdict = record.ledger.verdict();
    anyhow::ensure!(
        (failed, verdict.lost, verdict.doubled, verdict.strange) == (0, 0, 0, 0),
        "the relay doesn't take the load: {failed} refused, {verdict:?}"
    );
    let took = |number: usize| {
        let heard = record.heard.get(number).copied().flatten();
        heard.map(|heard| heard.duration_since(load.due(number)))
    };
    let took: Vec<_> = (warming_up..numbers.end).filter_map(took).collect();
    let figures = json!({
        "relay_p50_ms": percentile_ms(took.clone(), 50),
        "relay_p99_ms": percentile_ms(took, 99),
        "relay_handshake_p99_ms": percentile_ms(handshakes, 99),
    });
    Ok(figures.as_object().cloned().unwrap_or_default())
}

/// Validation handshakes, each on a connection of its own, whose making counts.
async fn handshakes(
    host: std::net::SocketAddr,
    feed: &Feed,
    during: std::ops::Range<Instant>,
) -> anyhow::Result<Vec<Duration>> {
    let path = [&feed.path, "?validationToken=Validation%3A+yes"].concat();
    let mut took = Vec::new();
    let mut due = during.start;
    while due < during.end {
        sleep_until(due).await;
        let mut line = Line::to(host).await?;
        let headers = [("content-type", "text/plain; charset=utf-8")];
        let answer = line.send("POST", &path, &headers, String::new()).await?;
        took.push(due.elapsed());
        anyhow::ensure!(
            answer.0 == 200 && &*answer.1 == b"Validation: yes",
            "{answer:?}"
        );
        due += HANDSHAKES;
    }
    Ok(took)
}
