//! Whether the sources changed since the last build.

use super::Flavor;
use crate::error::Error;
use crate::places::Places;
use crate::setup::Ready;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// A hash over everything that a build is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint(u64);

/// What a build reads.
const SOURCES: [&str; 13] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "package-lock.json",
    "src",
    "static",
    "style",
    "crates/entra-spa",
    "crates/planning",
    "crates/virtual-events",
    "xtask/packer",
    "xtask/src/build",
];

/// The fingerprint of the sources as they are now.
///
/// # Errors
/// When a source can't be read.
pub(super) fn of(places: &Places, ready: &Ready, flavor: Flavor) -> Result<Fingerprint, Error> {
    let mut hasher = DefaultHasher::new();
    (flavor == Flavor::Release).hash(&mut hasher);
    format!(
        "{:?} {:?} {:?}",
        ready.wasm, ready.library_source, ready.optimizer
    )
    .hash(&mut hasher);
    std::env::var("RUSTFLAGS")
        .unwrap_or_default()
        .hash(&mut hasher);
    for source in SOURCES {
        take_in(&places.root.join(source), &mut hasher)?;
    }
    Ok(Fingerprint(hasher.finish()))
}

fn take_in(path: &Path, hasher: &mut DefaultHasher) -> Result<(), Error> {
    let failed = |source| Error::files("reading", path, source);
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = fs::read_dir(path)
            .map_err(failed)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(failed)?;
        entries.sort();
        entries.iter().try_for_each(|entry| take_in(entry, hasher))
    } else if path.is_file() {
        path.file_name().hash(hasher);
        fs::read(path).map_err(failed)?.hash(hasher);
        Ok(())
    } else {
        Ok(())
    }
}

fn file(places: &Places) -> PathBuf {
    places.stage.join("dist.fingerprint")
}

/// The fingerprint of what is in `dist`.
pub(super) fn noted(places: &Places) -> Option<Fingerprint> {
    fs::read_to_string(file(places))
        .ok()?
        .trim()
        .parse()
        .ok()
        .map(Fingerprint)
}

/// Notes what is in `dist` now.
///
/// # Errors
/// When the note can't be written.
pub(super) fn note(places: &Places, fingerprint: Fingerprint) -> Result<(), Error> {
    let file = file(places);
    fs::write(&file, fingerprint.0.to_string())
        .map_err(|source| Error::files("writing", &file, source))
}

/// Forgets what is in `dist`: it is about to change.
///
/// # Errors
/// When the note can't be removed.
pub(super) fn forget(places: &Places) -> Result<(), Error> {
    let file = file(places);
    match fs::remove_file(&file) {
        Err(source) if file.exists() => Err(Error::files("removing", &file, source)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_folder(folder: &Path) -> u64 {
        let mut hasher = DefaultHasher::new();
        take_in(folder, &mut hasher).unwrap();
        hasher.finish()
    }

    #[test]
    fn a_changed_a_new_and_a_renamed_file_are_noticed() {
        // given a folder with one source
        let folder = std::env::temp_dir().join(format!("rostrum-print-{}", std::process::id()));
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::write(folder.join("src/a.rs"), "1").unwrap();
        let first = of_folder(&folder);
        assert_eq!(first, of_folder(&folder), "nothing changed");
        // when it changes, gets company, or moves
        fs::write(folder.join("src/a.rs"), "2").unwrap();
        let changed = of_folder(&folder);
        fs::write(folder.join("src/b.rs"), "").unwrap();
        let added = of_folder(&folder);
        fs::rename(folder.join("src/b.rs"), folder.join("src/c.rs")).unwrap();
        let renamed = of_folder(&folder);
        fs::remove_dir_all(&folder).unwrap();
        // then all fingerprints differ
        let mut all = [first, changed, added, renamed];
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
