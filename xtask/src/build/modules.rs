//! The JavaScript modules that the app loads when it uses them, each bundled with what it imports.

use super::Flavor;
use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use std::fs;
use std::path::{Path, PathBuf};

/// What the boot script names; parts that several share become files of their own.
const MODULES: [&str; 2] = ["editor", "sanitizer"];

/// Where the sources are.
const SOURCES: &str = "src/browser/module";

/// Bundles the modules into the folder `modules` of the shell.
///
/// # Errors
/// When a library is missing or a source is wrong.
pub(super) fn bundle(places: &Places, shell: &Path, flavor: Flavor) -> Result<(), Error> {
    let folder = shell.join("modules");
    fs::create_dir_all(&folder).map_err(|error| Error::files("creating", &folder, error))?;
    let sources: Vec<PathBuf> = MODULES
        .iter()
        .map(|name| places.root.join(SOURCES).join(name).with_extension("js"))
        .collect();
    let mut out = std::ffi::OsString::from("--outdir=");
    out.push(&folder);
    // a script or a program, as its installation left it
    let name = if cfg!(windows) {
        "esbuild.cmd"
    } else {
        "esbuild"
    };
    let mut esbuild = Program::new(places.root.join("node_modules/.bin").join(name))
        .args(&sources)
        .args(["--bundle", "--splitting", "--format=esm", "--target=es2022"])
        .args(["--log-level=warning", "--legal-comments=eof"])
        .args([&out])
        .dir(&places.root);
    if flavor == Flavor::Release {
        esbuild = esbuild.args(["--minify"]);
    }
    esbuild.run()
}
