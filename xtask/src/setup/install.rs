//! Doing the steps.

use super::pinned::{Pinned, TRUNK, WASM_BINDGEN};
use super::plan::Step;
use super::{debian, npm, wasm};
use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use std::fs;

/// Does one step.
///
/// # Errors
/// When a command of it fails; the error says which, and what to do.
pub(crate) fn install(places: &Places, step: &Step) -> Result<(), Error> {
    match step {
        Step::RustupTarget => Program::new("rustup")
            .args(["target", "add", wasm::TARGET])
            .dir(&places.root)
            .advice("check that Rust's server can be reached")
            .run(),
        Step::LibrarySource => Program::new("rustup")
            .args(["component", "add", "rust-src"])
            .dir(&places.root)
            .advice("check that Rust's server can be reached")
            .run(),
        Step::Lints => Program::new("rustup")
            .args(["component", "add", "rustfmt", "clippy"])
            .dir(&places.root)
            .advice("check that Rust's server can be reached, then run this command by hand")
            .run(),
        Step::Apt(packages) => debian::install_packages(packages),
        Step::LinkDebian => debian::link(),
        Step::BuildStd => debian::build_std(places),
        Step::InstallStd => debian::install_std(places),
        Step::Npm(packages) => npm::install(places, *packages),
        Step::Trunk => compile(places, TRUNK),
        Step::WasmBindgen => compile(places, WASM_BINDGEN),
    }
}

/// Compiles a program of the package registry into the private folder.
fn compile(places: &Places, pinned: Pinned) -> Result<(), Error> {
    let Pinned {
        package,
        version,
        options,
        ..
    } = pinned;
    // a folder of its own, removed afterwards: nothing else ever uses what it holds
    let work = places.cache.join(format!("install-{package}"));
    Program::new("cargo")
        .args([
            "install",
            "--quiet",
            "--locked",
            "--force",
            package,
            "--version",
            version,
        ])
        .args(options)
        .args([std::ffi::OsStr::new("--root"), places.tools.as_os_str()])
        .envs(pinned.quick_profile())
        .env("CARGO_TARGET_DIR", &work)
        .dir(&places.cache)
        .advice(
            "check that the Rust package registry can be reached and that a C compiler is \
             installed (Debian: `apt-get install build-essential`), then run the same command \
             again",
        )
        .run()?;
    // what is left of it takes room, nothing more
    let _ = fs::remove_dir_all(&work);
    Ok(())
}
