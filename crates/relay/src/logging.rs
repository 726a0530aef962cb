//! What the operator reads: JSON lines on stderr. No token, client state, or item is ever in it.

use clap::ValueEnum;
use serde::Deserialize;
use tracing::level_filters::LevelFilter;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// What needs somebody to look.
    Error,
    /// What may.
    Warn,
    /// Starts, stops, feeds made and deleted.
    Info,
    /// Every call.
    Debug,
}

impl From<Level> for LevelFilter {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::ERROR,
            Level::Warn => Self::WARN,
            Level::Info => Self::INFO,
            Level::Debug => Self::DEBUG,
        }
    }
}

/// Writes to stderr from now on, one JSON object a line.
pub fn log_to_stderr(level: Level) {
    use tracing_subscriber::layer::SubscriberExt as _;
    use tracing_subscriber::util::SubscriberInitExt as _;
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_writer(std::io::stderr);
    // other crates' own talk may quote addresses and headers: ours only, beside their errors
    let ours = tracing_subscriber::filter::Targets::new()
        .with_target("relay", LevelFilter::from(level))
        .with_default(LevelFilter::ERROR);
    // a second call leaves the first one's way
    let _ = tracing_subscriber::registry()
        .with(ours)
        .with(lines)
        .try_init();
}
