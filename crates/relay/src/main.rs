//! `rostrum-relay`: the relay as a program.
#![forbid(unsafe_code)]

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser as _;
use relay::{Config, Options, SystemClock};

fn main() -> ExitCode {
    let config = match Options::parse().load() {
        Ok(config) => config,
        Err(error) => return end(&error.to_string()),
    };
    relay::log_to_stderr(config.log);
    match run(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(&format!("{error:#}")),
    }
}

/// Says why it can't go on.
fn end(why: &str) -> ExitCode {
    // a stderr that is closed leaves nobody to be told
    let _ = writeln!(std::io::stderr(), "rostrum-relay: {why}");
    ExitCode::FAILURE
}

fn run(config: Config) -> anyhow::Result<()> {
    // each reader is an open file, and the usual limit is a thousand; refused, it stays as it is
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        // asked for first: a signal during the start must not be lost
        let asked = asked_to_end()?;
        let running = relay::start(config, Arc::new(SystemClock)).await?;
        let mut out = std::io::stdout();
        // for who starts it with port 0
        writeln!(out, "relay    http://{}", running.addresses().relay)?;
        if let Some(address) = running.addresses().metrics {
            writeln!(out, "metrics  http://{address}/metrics")?;
        }
        out.flush()?;
        asked.await;
        running.stop().await;
        Ok(())
    })
}

#[cfg(unix)]
fn asked_to_end() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_end() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        // without signals only its end ends it
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
