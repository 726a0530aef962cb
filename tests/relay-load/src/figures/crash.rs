//! `kill -9` under load: what got a 202 is heard once by every reader that resumes.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep_until};

use crate::drill::{Drill, Listening, Store};
use crate::load::Load;

/// Each with a feed and two readers, so that every notification has two.
const USERS: usize = 1_000;
const READERS_EACH: usize = 2;
const SENT: usize = 8_000;
const PACE: Duration = Duration::from_millis(1);

/// When a relay is killed, seconds after the beginning; of two, one after the other.
const KILLS_S: [u64; 3] = [2, 4, 6];

/// The relay is killed and started at once; of two, one is, and its readers go to the other.
pub(super) async fn measure(
    store: Store,
    program: &Path,
    folder: &Path,
) -> anyhow::Result<Map<String, Value>> {
    let mut drill = Drill::start(store, program, folder).await?;
    let tokens = drill.tokens(USERS)?;
    let feeds = drill.feeds(&tokens).await?;
    let readers = drill.readers(&tokens, READERS_EACH).await?;
    let all = readers.len();
    let listening = Listening::begin(&drill, readers, &feeds, SENT);
    let load = Load {
        feeds,
        hosts: Arc::clone(&drill.hosts),
        numbers: 0..SENT,
        begin: Instant::now(),
        pace: PACE,
    };
    let killing = async {
        for (place, after) in KILLS_S.into_iter().enumerate() {
            sleep_until(load.begin + Duration::from_secs(after)).await;
            let count = drill.relays.len();
            let relay = drill.relays.get_mut(place % count).context("a relay")?;
            relay.kill()?;
            relay.again().await?;
        }
        Ok(())
    };
    let (failed, ()) = tokio::try_join!(load.run(&listening.record), killing)?;
    let record = listening.end().await?;
    let verdict = record.ledger.verdict();
    let resumed = record.resumed;
    anyhow::ensure!(failed > 0, "the load has noticed nothing");
    anyhow::ensure!(verdict.strange == 0, "{verdict:?}");
    // of two relays half of the readers are at the one that is killed first, then all
    anyhow::ensure!(
        resumed >= all || verdict.lost > 0,
        "{resumed} times a reader has come back"
    );
    let name = match store {
        Store::Sqlite => "relay_kill_",
        Store::Redis => "relay_kill_redis_",
    };
    let figures = [
        ("accepted", verdict.accepted),
        ("lost", verdict.lost),
        ("doubled", verdict.doubled),
    ];
    let named = figures.map(|(what, count)| ([name, what].concat(), json!(count)));
    Ok(named.into_iter().collect())
}
