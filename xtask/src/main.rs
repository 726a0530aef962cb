//! The project's one command line, called as `cargo xtask`.

mod attendance;
mod bench;
mod build;
mod bytes;
mod cli;
mod conformance;
mod demo;
mod demo_relay;
mod error;
mod live_day;
mod measure;
mod notifications;
mod patience;
mod picker;
mod places;
mod planning;
mod program;
mod say;
mod setup;
mod stages;
mod workspace;

use clap::Parser;
use cli::{Cli, Command};
use error::Error;
use places::Places;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Error> {
    let places = Places::find()?;
    match command {
        Command::Demo(options) => demo::run(&places, &options),
        Command::Test(options) => stages::run(&places, &options),
        Command::Build(options) => build::run(&places, &options),
        Command::Conformance(options) => conformance::run(&places, &options),
        Command::Bench(options) => bench::run(&places, &options),
        Command::OpenWhenReady { port } => demo::open_when_ready(port),
        Command::RelayBeside { port } => demo_relay::run_beside(&places, port),
    }
}
