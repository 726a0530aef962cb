//! What the program is started with.

use std::path::PathBuf;

use jiff::Timestamp;

/// How to start an emulator; [`Config::default`] is the demo tenant on four free ports.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// Port of the app; Entra, Graph and control take the three after it. 0 takes four free ones.
    pub port: u16,
    /// Folder of the built app; without it the app's origin answers with a note.
    pub dist: Option<PathBuf>,
    /// Number of events to pad the demo tenant to; what the demo has already is the least.
    pub events: usize,
    /// File that keeps the state between two runs.
    pub state: Option<PathBuf>,
    /// Varies every identifier; the same seed and start give the same tenant.
    pub seed: u64,
    /// Time to start the emulator's clock at; the real time when absent.
    pub now: Option<Timestamp>,
}
