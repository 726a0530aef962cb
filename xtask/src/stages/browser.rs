//! The stages in Chromium.

use crate::cli;
use crate::error::Error;
use crate::measure::browser_env;
use crate::places::Places;
use crate::program::Program;
use crate::say;
use crate::setup::{Ready, TARGET};
use crate::workspace::{WASM_TESTS, build_tool, cargo, metadata, wasm_tested};

/// The tests of packages that test themselves in the browser.
pub(super) fn tests_wasm(places: &Places, ready: &Ready) -> Result<(), Error> {
    let Some(driver) = ready
        .browser
        .as_ref()
        .and_then(|browser| browser.driver.as_ref())
    else {
        return Err(Error::Missing {
            what: "chromedriver".to_owned(),
            advice: "install the one of your browser's version; CHROMEDRIVER may name its place"
                .to_owned(),
        });
    };
    let tested = wasm_tested(&metadata(places)?);
    if tested.is_empty() {
        say::line("No package has tests in wasm.");
    }
    for package in tested {
        cargo(places)
            // unit tests run on the host; the runner doesn't know cargo's `--quiet`
            .args(["test", "--target", TARGET, "-p", &package.name])
            .args(["--test", WASM_TESTS])
            .args(
                package
                    .feature
                    .iter()
                    .flat_map(|feature| ["--features", feature]),
            )
            .envs(ready.wasm.env())
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                places.tool("wasm-bindgen-test-runner"),
            )
            .env("CHROMEDRIVER", driver)
            .run()?;
    }
    Ok(())
}

/// Playwright's tests, on the build in `dist`.
pub(super) fn end_to_end(places: &Places, ready: &Ready, options: &cli::Test) -> Result<(), Error> {
    build_tool(places, "emulator")?;
    build_tool(places, "relay")?;
    Program::new("node")
        .args([
            "node_modules/@playwright/test/cli.js",
            "test",
            "--config=tests/e2e",
        ])
        .args(&options.playwright)
        .envs(browser_env(places, ready, options.port))
        .dir(&places.root)
        .advice("playwright-report/ holds pictures of what failed; ROSTRUM_TRACE=1 records how it came to it")
        .run()
}
