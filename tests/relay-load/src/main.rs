//! The program that prints the relay's figures as one JSON object.
#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use clap::Parser;
use relay_load::{Figure, measure};
use serde_json::{Map, Value};

/// How long one figure may take: a relay that hangs must not hang us.
const PATIENCE: Duration = Duration::from_secs(180);

/// Loads the relay and measures it; needs `redis-server` on the path.
#[derive(Parser)]
struct Options {
    /// The relay's program [default: `rostrum-relay` beside this one].
    #[arg(long, env = "ROSTRUM_RELAY")]
    relay: Option<PathBuf>,
    /// What to measure [default: everything].
    #[arg(long, value_delimiter = ',')]
    only: Vec<Figure>,
}

#[expect(
    clippy::print_stdout,
    reason = "the figures are what the program is for"
)]
fn main() -> anyhow::Result<()> {
    let Options { relay, only } = Options::parse();
    let here = std::env::current_exe()?;
    let relay = relay.unwrap_or_else(|| {
        let name = ["rostrum-relay", std::env::consts::EXE_SUFFIX].concat();
        here.with_file_name(name)
    });
    // beside the program, since the folder for temporary files may be in memory
    let folder = here.parent().context("a folder of its own")?;
    // refused, it stays as it is, and a connection that is one too many says so
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    // one thread: the other core is the relay's
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let chosen = match only.is_empty() {
        true => Figure::ALL.to_vec(),
        false => only,
    };
    let mut figures = Map::new();
    for figure in chosen {
        let measured = runtime.block_on(async {
            tokio::select! {
                measured = measure(figure, &relay, folder) => measured,
                () = tokio::time::sleep(PATIENCE) => anyhow::bail!("it takes too long"),
                // relays and files go with what is given up
                _ = tokio::signal::ctrl_c() => anyhow::bail!("interrupted"),
            }
        });
        figures.extend(measured?);
    }
    println!("{}", Value::Object(figures));
    Ok(())
}
