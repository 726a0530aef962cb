//! The calls of trunk and of the packer.

use super::flags::Smallness;
use super::{Flavor, flags};
use crate::error::Error;
use crate::places::{Places, executable};
use crate::program::{Program, path_with};
use crate::say;
use crate::setup::{Ready, TARGET, host};
use crate::workspace::{APP, cargo};
use std::fs;
use std::path::{Path, PathBuf};

/// What trunk and the packer leave for the next step.
#[derive(Debug)]
pub(super) struct Folders {
    /// The page, styles and static files.
    pub(super) shell: PathBuf,
    /// The glue, the main module and the chunks.
    pub(super) wasm: PathBuf,
}

/// Builds shell and wasm.
///
/// # Errors
/// When trunk fails or the packer can't be put in its place.
pub(super) fn build(places: &Places, ready: &Ready, flavor: Flavor) -> Result<Folders, Error> {
    let folders = Folders {
        shell: places.stage.join("shell"),
        wasm: places.stage.join("wasm"),
    };
    let bin = stand_in(places)?;
    let smallness = match flavor {
        Flavor::Release => Smallness::of(places, ready),
        Flavor::Dev => Smallness::StableOnly,
    };
    fetch(places, ready, smallness)?;
    let mut trunk = Program::new(places.tool("trunk"))
        .args(["build", "--offline", "--skip-version-check", "--dist"])
        .args([&folders.shell])
        .envs(ready.wasm.env())
        .env("CARGO_TARGET_DIR", &places.target)
        .env("PATH", path_with(&bin))
        .env("ROSTRUM_WASM_OUT", &folders.wasm)
        .env(
            "RUST_LOG",
            std::env::var("RUST_LOG").unwrap_or_else(|_| "warn".to_owned()),
        )
        .dir(&places.root)
        .advice(format!(
            "read the compiler's words above; if they don't help, remove {} and try again",
            places.stage.display()
        ));
    if std::env::var_os("NO_COLOR").is_some() {
        // trunk wants true or false here, and many terminals set 1
        trunk = trunk.env("NO_COLOR", "true");
    }
    if flavor == Flavor::Release {
        if smallness != Smallness::OwnLibrary {
            say::line(
                "This compiler can't make the wasm as small as it could be; it works all the same.",
            );
        }
        trunk = trunk
            .args(["--release", "--features", "split"])
            .env("ROSTRUM_SPLIT", "1")
            .env("CARGO_ENCODED_RUSTFLAGS", flags::for_release(smallness))
            .envs(smallness.env());
    } else {
        trunk = trunk.env("ROSTRUM_SPLIT", "0");
    }
    trunk.run()?;
    Ok(folders)
}

/// Downloads the app's packages: trunk is called with `--offline`, so that it never brings a
/// wasm-bindgen of its own, and hands the word on to cargo.
fn fetch(places: &Places, ready: &Ready, smallness: Smallness) -> Result<(), Error> {
    let mut fetch = cargo(places)
        .args(["fetch", "--quiet", "--target", TARGET])
        .envs(ready.wasm.env())
        .envs(smallness.env())
        .advice("check that the Rust package registry can be reached");
    // compiler plug-ins and build scripts run here
    if let Some(host) = host() {
        fetch = fetch.args(["--target", &host]);
    }
    fetch.run()
}

/// Puts the published folder together.
///
/// # Errors
/// When the packer fails.
pub(super) fn finish(places: &Places, folders: &Folders, flavor: Flavor) -> Result<(), Error> {
    let kind = match flavor {
        Flavor::Release => "release",
        Flavor::Dev => "plain",
    };
    // under its own name from here on, but trunk named its copies after the app
    Program::new(places.built_tool("packer"))
        .args(["finish", "--kind", kind, "--program", APP, "--shell"])
        .args([&folders.shell])
        .args(["--wasm"])
        .args([&folders.wasm])
        .args(["--dist"])
        .args([&places.dist])
        .run()
}

/// A folder in which the packer is called `wasm-bindgen`.
fn stand_in(places: &Places) -> Result<PathBuf, Error> {
    let bin = places.stage.join("bin");
    fs::create_dir_all(&bin).map_err(|error| Error::files("creating", &bin, error))?;
    let packer = places.built_tool("packer");
    let name = bin.join(executable("wasm-bindgen"));
    copy_over(&packer, &name)?;
    Ok(bin)
}

fn copy_over(from: &Path, to: &Path) -> Result<(), Error> {
    if to.exists() {
        fs::remove_file(to).map_err(|error| Error::files("replacing", to, error))?;
    }
    fs::copy(from, to)
        .map(drop)
        .map_err(|error| Error::files("copying", from, error))
}
