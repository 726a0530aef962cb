//! The npm packages in the clone's `node_modules`.

use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use std::fs;
use std::path::PathBuf;

/// Which of the packages are installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Packages {
    /// None, or those of another lock file.
    None,
    /// wasm-opt.
    Build,
    /// wasm-opt and what browser tests need.
    All,
}

impl Packages {
    fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Build => "build",
            Self::All => "all",
        }
    }
}

/// Where it is noted which packages of which lock file are installed.
fn note(places: &Places) -> PathBuf {
    places.root.join("node_modules/.rostrum-installed")
}

/// The lock file's content behind the word for the set: any change of it is noticed.
fn noted(places: &Places, packages: Packages) -> Option<String> {
    let lock = fs::read_to_string(places.root.join("package-lock.json")).ok()?;
    Some(format!("{}\n{lock}", packages.word()))
}

/// The packages that are installed as the lock file says.
pub(crate) fn installed(places: &Places) -> Packages {
    let Ok(note) = fs::read_to_string(note(places)) else {
        return Packages::None;
    };
    [Packages::All, Packages::Build]
        .into_iter()
        .find(|packages| noted(places, *packages).as_deref() == Some(note.as_str()))
        .unwrap_or(Packages::None)
}

/// Installs exactly what the lock file says.
///
/// # Errors
/// When npm fails or the note can't be written.
pub(crate) fn install(places: &Places, packages: Packages) -> Result<(), Error> {
    let mut npm = Program::npm()
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .dir(&places.root)
        .advice(
            "check that npm's registry can be reached (`npm ping`), behind a proxy set \
             HTTPS_PROXY or npm's `registry`, then run the same command again",
        );
    if packages == Packages::Build {
        npm = npm.args(["--omit=dev"]);
    }
    npm.run()?;
    let note = note(places);
    fs::write(&note, noted(places, packages).unwrap_or_default())
        .map_err(|source| Error::files("writing", &note, source))
}
