//! `cargo xtask build`: from the sources to the folder that is published.
//!
//! trunk calls cargo, and then our packer under the name `wasm-bindgen`, which splits the linked
//! module. wasm-opt shrinks each module, and the packer names and compresses everything.

mod fingerprint;
mod flags;
mod modules;
mod optimize;
mod trunk;

use crate::cli;
use crate::error::Error;
use crate::places::Places;
use crate::say;
use crate::setup::{self, Machine, Presence, Purpose, Ready};
use crate::workspace::build_tool;
use std::time::Instant;

/// What kind of build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavor {
    /// Small, split, compressed.
    Release,
    /// Quick.
    Dev,
}

/// Runs the command.
///
/// # Errors
/// When set-up or the build fails.
pub(crate) fn run(places: &Places, options: &cli::Build) -> Result<(), Error> {
    let start = Instant::now();
    let flavor = if options.dev {
        Flavor::Dev
    } else {
        Flavor::Release
    };
    let purpose = if options.dev {
        Purpose::Demo
    } else {
        Purpose::Build
    };
    let ready = setup::prepare(places, purpose)?;
    build(places, &ready, flavor)?;
    if ready.machine == Machine::Bare {
        crate::bench::note_bare_setup(places, start.elapsed())?;
    }
    Ok(())
}

/// Builds unless `dist` holds just this build already.
///
/// # Errors
/// When a program of the build fails.
pub(crate) fn build_if_stale(places: &Places, ready: &Ready, flavor: Flavor) -> Result<(), Error> {
    let fingerprint = fingerprint::of(places, ready, flavor)?;
    if places.dist.join("index.html").is_file() && fingerprint::noted(places) == Some(fingerprint) {
        say::line("The app is built already.");
        return Ok(());
    }
    build(places, ready, flavor)
}

/// Builds the app into `dist`.
///
/// # Errors
/// When a program of the build fails.
pub(crate) fn build(places: &Places, ready: &Ready, flavor: Flavor) -> Result<(), Error> {
    let start = Instant::now();
    // taken before: a source that changes meanwhile makes the build stale
    let fingerprint = fingerprint::of(places, ready, flavor)?;
    fingerprint::forget(places)?;
    say::heading("Building the app (two to five minutes the first time)");
    build_tool(places, "packer")?;
    let folders = trunk::build(places, ready, flavor)?;
    if ready.optimizer == Presence::Present {
        modules::bundle(places, &folders.shell, flavor)?;
    } else {
        say::line("Without Node.js there is no rich text editor: descriptions are edited as text.");
    }
    if flavor == Flavor::Release {
        match ready.optimizer {
            Presence::Present => optimize::shrink(places, &folders.wasm)?,
            Presence::Absent => say::line(
                "Without Node.js there is no wasm-opt: the app works, but is about a tenth larger.",
            ),
        }
    }
    trunk::finish(places, &folders, flavor)?;
    fingerprint::note(places, fingerprint)?;
    say::line(&format!(
        "Built {} in {}.",
        places.dist.display(),
        say::duration(start.elapsed())
    ));
    Ok(())
}
