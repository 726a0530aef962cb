//! The relay as a process.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::entra::{APP, TENANT};

/// How a relay is started.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    pub(crate) program: PathBuf,
    pub(crate) authority: String,
    /// A file's name, or an address of Redis.
    pub(crate) store: String,
}

/// A relay that runs; killed on drop.
#[derive(Debug)]
pub(crate) struct Relay {
    child: Child,
    start: Start,
    pub(crate) host: SocketAddr,
}

impl Relay {
    /// Starts one at a free port.
    pub(crate) async fn start(start: &Start) -> anyhow::Result<Self> {
        Self::at(start, free_host()?).await
    }

    /// Starts one there; readers and load go on meanwhile.
    async fn at(start: &Start, host: SocketAddr) -> anyhow::Result<Self> {
        let start = start.clone();
        tokio::task::spawn_blocking(move || Self::begin(start, host)).await?
    }

    fn begin(start: Start, host: SocketAddr) -> anyhow::Result<Self> {
        let child = Command::new(&start.program)
            .args(["--listen", &host.to_string()])
            .args(["--log", "error", "--tenant", TENANT, "--app-id", APP])
            .args(["--authority", &start.authority])
            // all readers and all of the load have one address here
            .args(["--calls-per-second", "100000"])
            .args(["--deliveries-per-second", "100000"])
            .env("ROSTRUM_RELAY_STORE", &start.store)
            .stdout(Stdio::piped())
            .spawn();
        let child =
            child.map_err(|error| anyhow::anyhow!("{}: {error}", start.program.display()))?;
        let mut relay = Self { child, start, host };
        let mut line = String::new();
        if let Some(out) = &mut relay.child.stdout {
            BufReader::new(out).read_line(&mut line)?;
        }
        anyhow::ensure!(line.starts_with("relay "), "the relay did not start");
        Ok(relay)
    }

    /// As `kill -9`.
    pub(crate) fn kill(&mut self) -> std::io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Starts it anew at the same address, with what it had stored.
    pub(crate) async fn again(&mut self) -> anyhow::Result<()> {
        *self = Self::at(&self.start, self.host).await?;
        Ok(())
    }

    /// Megabytes that it has in memory; `None` where a system doesn't say (proc(5)).
    pub(crate) fn resident_mb(&self) -> Option<f64> {
        let file = ["/proc/", &self.child.id().to_string(), "/status"].concat();
        let text = std::fs::read_to_string(file).ok()?;
        let kilobytes = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kilobytes: f64 = kilobytes.trim().strip_suffix(" kB")?.parse().ok()?;
        Some((kilobytes / 102.4).round() / 10.0)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        // it may have been killed already
        let _ = self.kill();
    }
}

/// A port that is free now; whoever takes it first makes the start fail, which says so.
pub(crate) fn free_host() -> std::io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}
