//! The commands and their options.

use crate::stages::Stage;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Builds, shows, tests and measures Rostrum.
///
/// Every command installs what it needs and the machine lacks, and says what it does.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the app and show it on a demo tenant
    Demo(Demo),
    /// Run every test
    Test(Test),
    /// Build the app for publication, into `dist`
    Build(Build),
    /// Send documented examples through the typed client, and check the emulator's answers
    Conformance(Conformance),
    /// Measure the app
    Bench(Bench),
    /// Open the demo in the browser once it answers
    #[command(hide = true)]
    OpenWhenReady { port: u16 },
    /// Run the relay beside the demo
    #[command(hide = true)]
    RelayBeside { port: u16 },
}

/// Options of `demo`.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// First of four ports in a row: app, sign-in, Graph, control
    #[arg(long, value_name = "N", default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..=65531))]
    pub(crate) port: u16,
    /// Only print the address
    #[arg(long)]
    pub(crate) no_open: bool,
    /// Run the relay as well, on the port after the four: changes show as they happen
    #[arg(long)]
    pub(crate) relay: bool,
    /// Make the demo tenant N events large
    #[arg(long, value_name = "N")]
    pub(crate) events: Option<u32>,
}

/// Options of `test`.
#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Use this port and those after it in end-to-end tests, instead of free ones
    #[arg(long, value_name = "N")]
    pub(crate) port: Option<u16>,
    /// Run only these stages; may be repeated or separated by commas
    #[arg(long, value_name = "STAGE", value_delimiter = ',', value_enum)]
    pub(crate) only: Vec<Stage>,
    /// Handed to Playwright, for instance `-- --grep live`
    #[arg(last = true)]
    pub(crate) playwright: Vec<String>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(crate) struct Build {
    /// Build quickly: not optimized, not split, not compressed
    #[arg(long)]
    pub(crate) dev: bool,
}

/// Options of `conformance`.
#[derive(Debug, Args)]
pub(crate) struct Conformance {
    /// A folder of JSON examples with its index.json
    #[arg(long, value_name = "DIR")]
    pub(crate) examples: PathBuf,
    /// The service's metadata document
    #[arg(long, value_name = "FILE")]
    pub(crate) csdl: Option<PathBuf>,
    /// The service's OpenAPI description
    #[arg(long, value_name = "FILE")]
    pub(crate) openapi: Option<PathBuf>,
}

/// Options of `bench`.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// Write the figures into this file as one flat JSON object
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
    /// Use this port and those after it, instead of free ones
    #[arg(long, value_name = "N")]
    pub(crate) port: Option<u16>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn stages_may_be_listed_or_repeated() {
        let line = [
            "cargo xtask",
            "test",
            "--only",
            "fmt,host",
            "--only",
            "e2e",
            "--",
            "-g",
            "live",
        ];
        let Command::Test(test) = Cli::parse_from(line).command else {
            panic!("not a test")
        };
        assert_eq!(test.only, [Stage::Fmt, Stage::Host, Stage::E2e]);
        assert_eq!(test.playwright, ["-g", "live"]);
    }

    #[test]
    fn the_demo_needs_room_for_five_ports() {
        assert!(Cli::try_parse_from(["cargo xtask", "demo", "--port", "65532"]).is_err());
        assert!(Cli::try_parse_from(["cargo xtask", "demo", "--port", "65531"]).is_ok());
    }
}
