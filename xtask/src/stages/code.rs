//! The stages that need no browser.

use crate::error::Error;
use crate::places::Places;
use crate::program::on_path;
use crate::setup::{Ready, TARGET};
use crate::workspace::{APP, WASM_TESTS, cargo, in_the_wasm, metadata, wasm_tested};

/// Everything is formatted by rustfmt.
pub(super) fn formatting(places: &Places) -> Result<(), Error> {
    cargo(places)
        .args(["fmt", "--all", "--check"])
        .advice("`cargo fmt --all` formats everything")
        .run()
}

/// clippy has nothing to say about what runs on the host.
pub(super) fn lints_host(places: &Places) -> Result<(), Error> {
    cargo(places)
        .args([
            "clippy",
            "--quiet",
            "--workspace",
            "--exclude",
            APP,
            "--all-targets",
        ])
        .args(["--", "-D", "warnings"])
        .run()
}

/// clippy has nothing to say about what runs in the browser.
pub(super) fn lints_wasm(places: &Places, ready: &Ready) -> Result<(), Error> {
    let metadata = metadata(places)?;
    let clippy = || {
        cargo(places)
            .envs(ready.wasm.env())
            .args(["clippy", "--quiet", "--target", TARGET])
    };
    let packages = in_the_wasm(&metadata);
    clippy()
        .args(packages.iter().flat_map(|name| ["-p", name.as_str()]))
        .args(["--", "-D", "warnings"])
        .run()?;
    for tested in wasm_tested(&metadata) {
        clippy()
            .args(["-p", &tested.name, "--test", WASM_TESTS])
            .args(
                tested
                    .feature
                    .iter()
                    .flat_map(|feature| ["--features", feature]),
            )
            .args(["--", "-D", "warnings"])
            .run()?;
    }
    Ok(())
}

/// The tests on the host pass, and the examples in the documentation.
pub(super) fn tests_host(places: &Places) -> Result<(), Error> {
    let packages = ["--workspace", "--exclude", APP];
    if on_path("cargo-nextest").is_some() {
        let only_what_matters = ["--status-level=fail", "--final-status-level=slow"];
        cargo(places)
            .args(["nextest", "run", "--cargo-quiet", "--no-fail-fast"])
            .args(only_what_matters)
            .args(packages)
            .run()?;
    } else {
        cargo(places)
            .args([
                "test",
                "--quiet",
                "--no-fail-fast",
                "--lib",
                "--bins",
                "--tests",
            ])
            .args(packages)
            .run()?;
    }
    cargo(places)
        .args(["test", "--quiet", "--doc"])
        .args(packages)
        .run()
}
