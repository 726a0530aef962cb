//! Turns what trunk built into the folder that is published.
//!
//! Called as `wasm-bindgen` (trunk finds it first on its PATH) it splits the linked wasm and writes
//! the glue, see [`bindgen`]. Called as `packer finish` it names files by content, completes the
//! shell and compresses everything, see [`finish`].

mod bindgen;
mod files;
mod finish;
mod gather;
mod loader;
mod merge;
mod naming;
mod nothing;
mod press;
mod references;
mod shell;
mod short_names;
mod sizes;
mod styles;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args();
    let called_as = arguments.next().unwrap_or_default();
    let arguments: Vec<String> = arguments.collect();
    match run(&called_as, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            sizes::say_error(&format!("packer: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(called_as: &str, arguments: &[String]) -> Result<()> {
    let program = Path::new(called_as).file_stem().unwrap_or_default();
    if program == "wasm-bindgen" {
        return bindgen::run(arguments);
    }
    match arguments.split_first() {
        Some((command, rest)) if command == "finish" => finish::run(&finish::Job::parse(rest)?),
        _ => bail!(
            "usage: packer finish --shell DIR --wasm DIR --dist DIR --program NAME --kind release|plain"
        ),
    }
}
