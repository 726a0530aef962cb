//! The program: prints a line an example or operation and the closing count; status 1 when
//! anything failed.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::ensure;
use clap::Parser;
use conformance::report::Report;
use conformance::{client, emulator, examples};

/// Checks that client and emulator speak as Graph's reference documents it.
#[derive(Debug, Parser)]
struct Arguments {
    /// Folder with JSON examples and their `index.json` (operation, method, url, status, request,
    /// response): each goes through the typed client.
    #[arg(long, value_name = "DIR")]
    examples: Option<PathBuf>,
    /// OpenAPI description: each operation is called on the emulator and its answer held against
    /// the description.
    #[arg(long, value_name = "FILE")]
    openapi: Option<PathBuf>,
    /// Metadata (CSDL): the client's types have to know all of it, and with an OpenAPI
    /// description every property of the emulator's answers has to stand in it.
    #[arg(long, value_name = "FILE")]
    csdl: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "the report is the program's answer")]
fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    let given = [&arguments.examples, &arguments.openapi, &arguments.csdl];
    ensure!(
        given.iter().any(|path| path.is_some()),
        "nothing to check: give --examples DIR, --csdl FILE or --openapi FILE"
    );
    let mut report = Report::default();
    if let Some(folder) = &arguments.examples {
        client::check_all(&examples::read(folder)?, &mut report);
    }
    if let Some(csdl) = &arguments.csdl {
        client::check_models(csdl, &mut report)?;
    }
    if let Some(openapi) = &arguments.openapi {
        emulator::check(openapi, arguments.csdl.as_deref(), &mut report)?;
    }
    println!("{report}");
    let passed = report.failed() == 0 && report.passed() > 0;
    Ok(if passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
