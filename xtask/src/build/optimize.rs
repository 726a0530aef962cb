//! wasm-opt on every module, and a minifier on the glue.

use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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

/// Shrinks every module and script in `folder`, in place, on all processors.
///
/// # Errors
/// When wasm-opt or the minifier fails, or a file can't be replaced.
pub(super) fn shrink(places: &Places, folder: &Path) -> Result<(), Error> {
    let mut work = files(folder, &["wasm", "js"])?;
    // the longest first, so that no processor is left with it at the end
    work.sort_by_key(|file| Reverse(fs::metadata(file).map_or(0, |metadata| metadata.len())));
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let worker = || {
            while let Some(file) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                shrink_one(places, file)?;
            }
            Ok(())
        };
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(Error::unexpected("shrinking the wasm stopped")))
        })
    })
}

fn shrink_one(places: &Places, file: &Path) -> Result<(), Error> {
    let modules = places.root.join("node_modules");
    let smaller = file.with_extension("smaller");
    let program = match file.extension().is_some_and(|kind| kind == "wasm") {
        true => Program::new("node")
            .args([&modules.join("binaryen/bin/wasm-opt"), file])
            .args([
                "-Oz",
                "--converge",
                "--strip-debug",
                "--strip-producers",
                "--strip-target-features",
            ])
            .args(FEATURES),
        false => Program::new("node")
            // the file first: terser takes what follows an option for the option's value
            .args([&modules.join("terser/bin/terser"), file])
            .args(["--module", "--compress", "--mangle"]),
    };
    // wasm-opt warns of parts of the name section that it drops anyway: shown only when it fails
    program.args([Path::new("-o"), &smaller]).output()?;
    fs::rename(&smaller, file).map_err(|error| Error::files("replacing", file, error))
}

fn files(folder: &Path, kinds: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|error| Error::files("reading", folder, error))?;
    Ok(entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            kinds
                .iter()
                .any(|kind| path.extension().is_some_and(|found| found == *kind))
        })
        .collect())
}
