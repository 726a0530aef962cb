//! `cargo xtask test`: every stage in order, each with its time, and a summary.

mod browser;
mod code;

use crate::build::{Flavor, build_if_stale};
use crate::error::Error;
use crate::places::Places;
use crate::setup::{Purpose, Ready, prepare};
use crate::{bytes, cli, say};
use clap::ValueEnum;
use std::time::{Duration, Instant};

/// One stage of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// Formatting by rustfmt
    Fmt,
    /// clippy on everything that runs on the host
    ClippyHost,
    /// clippy on everything that runs in the browser
    ClippyWasm,
    /// Unit, story and property tests on the host, and examples in the documentation
    Host,
    /// Tests in wasm, in Chromium
    Wasm,
    /// The release build
    Build,
    /// Bytes over the wire against their limits
    Bytes,
    /// End-to-end tests, in Chromium against the emulator
    E2e,
}

impl Stage {
    fn title(self) -> &'static str {
        match self {
            Self::Fmt => "Formatting",
            Self::ClippyHost => "Lints for the host",
            Self::ClippyWasm => "Lints for wasm",
            Self::Host => "Tests on the host",
            Self::Wasm => "Tests in wasm, in the browser",
            Self::Build => "Release build",
            Self::Bytes => "Bytes over the wire",
            Self::E2e => "End to end",
        }
    }

    fn run(self, places: &Places, ready: &Ready, options: &cli::Test) -> Result<(), Error> {
        match self {
            Self::Fmt => code::formatting(places),
            Self::ClippyHost => code::lints_host(places),
            Self::ClippyWasm => code::lints_wasm(places, ready),
            Self::Host => code::tests_host(places),
            Self::Wasm => browser::tests_wasm(places, ready),
            Self::Build => build_if_stale(places, ready, Flavor::Release),
            Self::Bytes => {
                build_if_stale(places, ready, Flavor::Release)?;
                let fetched = bytes::measure(places, ready, options.port)?;
                fetched.show();
                fetched.check()
            }
            Self::E2e => {
                build_if_stale(places, ready, Flavor::Release)?;
                browser::end_to_end(places, ready, options)
            }
        }
    }
}

/// Runs the stages asked for, or all; goes on after a failure, so that one run tells everything.
///
/// # Errors
/// Which stages failed.
pub(crate) fn run(places: &Places, options: &cli::Test) -> Result<(), Error> {
    let ready = prepare(places, Purpose::Test)?;
    let mut results: Vec<(Stage, Duration, Result<(), Error>)> = Vec::new();
    for stage in chosen(&options.only) {
        say::heading(stage.title());
        let start = Instant::now();
        let result = stage.run(places, &ready, options);
        let took = start.elapsed();
        match &result {
            Ok(()) => say::line(&format!(
                "-- {}: ok in {}",
                stage.title(),
                say::duration(took)
            )),
            Err(error) => say::failure(&error.to_string()),
        }
        results.push((stage, took, result));
    }
    say::heading("Summary");
    for (stage, took, result) in &results {
        let word = if result.is_ok() { "ok" } else { "FAILED" };
        say::line(&format!(
            "{:30} {word:7} {:>12}",
            stage.title(),
            say::duration(*took)
        ));
    }
    let failed = results.into_iter().filter(|(_, _, result)| result.is_err());
    let names: Vec<String> = failed.map(|(stage, ..)| stage.title().to_owned()).collect();
    if names.is_empty() {
        Ok(())
    } else {
        Err(Error::Checks { names })
    }
}

/// The stages to run, always in the order in which they make sense.
fn chosen(only: &[Stage]) -> Vec<Stage> {
    let wanted = |stage: &&Stage| only.is_empty() || only.contains(stage);
    Stage::value_variants()
        .iter()
        .filter(wanted)
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_stages_run_unless_some_are_named() {
        assert_eq!(chosen(&[]).len(), Stage::value_variants().len());
        assert_eq!(chosen(&[Stage::E2e, Stage::Fmt]), [Stage::Fmt, Stage::E2e]);
    }
}
