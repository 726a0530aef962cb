//! `rostrum-emulator`: the demo tenant on four ports of this machine.

use std::io::Write as _;
use std::path::PathBuf;

use clap::Parser;
use emulator::{Config, start};

/// A local Entra and Graph with a demo tenant, and the built app in front of them.
#[derive(Debug, Parser)]
#[command(name = "rostrum-emulator", version)]
struct Options {
    /// Port of the app; Entra, Graph and control take the three after it (0: four free ports).
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Folder of the built app.
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Pad the demo tenant to so many events.
    #[arg(long, value_name = "N", default_value_t = 0)]
    events: usize,
    /// Keep the state in this file, and go on from it.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// Vary every identifier.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Start the clock at this time instead of the real one (2027-01-12T09:00:00Z).
    #[arg(long, value_name = "RFC3339")]
    now: Option<jiff::Timestamp>,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let running = start(Config {
        port: options.port,
        dist: options.dist,
        events: options.events,
        state: options.state,
        seed: options.seed,
        now: options.now,
    })?;
    let ports = running.ports();
    let mut out = std::io::stdout().lock();
    writeln!(out, "app      http://localhost:{}", ports.app)?;
    writeln!(out, "entra    http://localhost:{}", ports.entra)?;
    writeln!(out, "graph    http://localhost:{}", ports.graph)?;
    writeln!(out, "control  http://localhost:{}", ports.control)?;
    writeln!(out, "listening; end with Ctrl+C")?;
    out.flush()?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(asked_to_end())?;
    running.stop();
    Ok(())
}

#[cfg(unix)]
async fn asked_to_end() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminated.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn asked_to_end() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
