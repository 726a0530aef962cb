//! The program: prints a line an example and the closing count; status 1 when anything failed.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use conformance::report::Report;
use conformance::{client, examples};

/// Checks that client and emulator speak as Graph's reference documents it.
#[derive(Debug, Parser)]
struct Arguments {
    /// Folder with JSON examples and their `index.json` (operation, method, url, status, request,
    /// response).
    #[arg(long, value_name = "DIR")]
    examples: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "the report is the program's answer")]
fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    let mut report = Report::default();
    if let Some(folder) = &arguments.examples {
        client::check_all(&examples::read(folder)?, &mut report);
    }
    println!("{report}");
    Ok(if report.failed() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
