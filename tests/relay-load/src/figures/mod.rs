//! What is measured.

mod crash;
mod idle;
mod speed;

use std::path::Path;

use clap::ValueEnum;
use serde_json::{Map, Value};

use crate::drill::Store;

/// One thing to be measured; each has figures of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Figure {
    /// From a notification to the event at its reader, and handshakes meanwhile.
    Speed,
    /// The memory that idle readers take.
    Idle,
    /// What is lost or doubled by `kill -9` and a restart, on SQLite.
    Kill,
    /// What is lost or doubled by `kill -9` of one of two, on Redis.
    KillRedis,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Speed, Self::Idle, Self::Kill, Self::KillRedis];
}

/// The figures by their names, of the relay at `program`; stores are kept in `folder` meanwhile.
///
/// # Errors
/// A relay or a Redis that can't be started, or a relay that doesn't take the load.
pub async fn measure(
    figure: Figure,
    program: &Path,
    folder: &Path,
) -> anyhow::Result<Map<String, Value>> {
    match figure {
        Figure::Speed => speed::measure(program, folder).await,
        Figure::Idle => idle::measure(program, folder).await,
        Figure::Kill => crash::measure(Store::Sqlite, program, folder).await,
        Figure::KillRedis => crash::measure(Store::Redis, program, folder).await,
    }
}
