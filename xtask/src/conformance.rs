//! `cargo xtask conformance`: the program of the same name, with its arguments.

use crate::cli;
use crate::error::Error;
use crate::places::Places;
use crate::workspace::cargo;
use std::ffi::OsString;
use std::path::Path;

/// Runs the conformance program.
///
/// # Errors
/// When it can't be built, or an example or answer is not as documented.
pub(crate) fn run(places: &Places, options: &cli::Conformance) -> Result<(), Error> {
    let mut arguments = vec!["--examples".into(), absolute(&options.examples)?];
    for (name, file) in [("--csdl", &options.csdl), ("--openapi", &options.openapi)] {
        if let Some(file) = file {
            arguments.extend([name.into(), absolute(file)?]);
        }
    }
    cargo(places)
        .args(["run", "--quiet", "-p", "conformance", "--"])
        .args(arguments)
        .run()
}

/// The path as the user meant it: cargo runs in the project's root.
fn absolute(path: &Path) -> Result<OsString, Error> {
    match path.canonicalize() {
        Ok(path) => Ok(path.into_os_string()),
        Err(source) => Err(Error::files("reading", path, source)),
    }
}
