//! The memory that idle readers take.

use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::{Map, Value, json};
use tokio::task::JoinSet;

use crate::drill::{Drill, Store};

/// Each is another user.
const READERS: usize = 5_000;

/// Longer than the relay waits between two heartbeats.
const PATIENCE: Duration = Duration::from_secs(60);

/// Measured when every reader has had its second heartbeat; empty where a system doesn't say.
pub(super) async fn measure(program: &Path, folder: &Path) -> anyhow::Result<Map<String, Value>> {
    let drill = Drill::start(Store::Sqlite, program, folder).await?;
    let tokens = drill.tokens(READERS)?;
    let mut waiting = JoinSet::new();
    for mut reader in drill.readers(&tokens, 1).await? {
        waiting.spawn(async move {
            let beats = [reader.next().await, reader.next().await];
            let are_beats = beats.iter().all(|beat| beat.name.is_empty());
            (reader, are_beats)
        });
    }
    // held until the memory is measured
    let mut readers = Vec::with_capacity(READERS);
    let all = async {
        while let Some(one) = waiting.join_next().await {
            let (reader, are_beats) = one?;
            anyhow::ensure!(are_beats && reader.resumed == 0, "a reader isn't idle");
            readers.push(reader);
        }
        Ok(())
    };
    let all = tokio::time::timeout(PATIENCE, all).await;
    all.context("no heartbeats")??;
    let relay = drill.relays.first().context("a relay")?;
    let figure = relay.resident_mb();
    let named = figure.map(|figure| ("relay_idle_5000_mb".to_owned(), json!(figure)));
    Ok(named.into_iter().collect())
}
