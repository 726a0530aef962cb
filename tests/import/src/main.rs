//! The program that prints the figures as one JSON object.

use clap::Parser;
use import_figures::{Job, measure};
use serde_json::json;

/// Imports town halls into an emulator and counts.
#[derive(Parser)]
struct Options {
    /// How many, each with three presenters.
    #[arg(long, default_value_t = 200)]
    townhalls: usize,
    /// Varies which answers are lost.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[expect(
    clippy::print_stdout,
    reason = "the figures are what the program is for"
)]
fn main() -> anyhow::Result<()> {
    let Options { townhalls, seed } = Options::parse();
    let job = Job {
        townhalls,
        lost_of_100: 0,
        seed,
    };
    let quiet = measure(job)?;
    let bad = measure(Job {
        lost_of_100: 10,
        ..job
    })?;
    let figures = json!({
        "import_rate_used": (quiet.rate_used * 1_000.0).round() / 1_000.0,
        "import_429": quiet.refused,
        "import_doubled": quiet.doubled + bad.doubled,
        "import_lost": quiet.lost + bad.lost,
        "import_answers_dropped": bad.answers_dropped,
    });
    println!("{figures}");
    Ok(())
}
