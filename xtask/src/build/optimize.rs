//! wasm-opt on every module, and a minifier on the glue.

use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use std::fs;
use std::path::{Path, PathBuf};

/// What rustc's wasm32 target and wasm-bindgen use of wasm, and every browser of the last years
/// has. Chunks don't carry the section in which wasm-opt would find it.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-extended-const",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Shrinks every module and script in `folder`, in place.
///
/// # Errors
/// When wasm-opt or the minifier fails, or a file can't be replaced.
pub(super) fn shrink(places: &Places, folder: &Path) -> Result<(), Error> {
    let program = places.root.join("node_modules/binaryen/bin/wasm-opt");
    for module in files(folder, "wasm")? {
        let smaller = module.with_extension("smaller");
        Program::new("node")
            .args([&program, &module])
            .args([
                "-Oz",
                "--strip-debug",
                "--strip-producers",
                "--strip-target-features",
            ])
            .args(FEATURES)
            .args(["-o"])
            .args([&smaller])
            // it warns of parts of the name section that it drops anyway
            .output()?;
        fs::rename(&smaller, &module).map_err(|error| Error::files("replacing", &module, error))?;
    }
    let program = places.root.join("node_modules/terser/bin/terser");
    for script in files(folder, "js")? {
        Program::new("node")
            .args([&program, &script])
            .args(["--module", "--compress", "--mangle", "--output"])
            .args([&script])
            .run()?;
    }
    Ok(())
}

fn files(folder: &Path, kind: &str) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|error| Error::files("reading", folder, error))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == kind))
        .collect();
    files.sort();
    Ok(files)
}
