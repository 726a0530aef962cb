//! The compiler flags of the release build.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// What splitting needs: the linker keeps which function refers to which.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// What makes the wasm smaller.
///
/// Views are erased to one type at each element's border (a switch of Leptos), so that far less code
/// is made twice; panics don't name their place, and nothing can print itself for debugging: nobody
/// would see either. The two last are unstable, so [`UNSTABLE`] has to be set with them.
const SMALL: [&str; 3] = [
    "--cfg=erase_components",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// A panic traps at once instead of writing its message first. Needs a standard library built so.
const TRAP: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Lets a stable compiler take unstable flags.
pub(super) const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Has cargo build the standard library, for size; needs its source.
pub(super) const BUILD_STD: [(&str, &str); 2] = [
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// Whether the source of the compiler's standard library is on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LibrarySource {
    Present,
    Absent,
}

impl LibrarySource {
    /// Looks for it beside the compiler that builds the app.
    pub(super) fn of(sysroot: &Path) -> Self {
        let source = sysroot.join("lib/rustlib/src/rust/library/std/Cargo.toml");
        if source.is_file() {
            Self::Present
        } else {
            Self::Absent
        }
    }
}

/// Leptos keeps the types of views apart from each other's: less is compiled once for every
/// combination. The whole app is 6 % smaller, the form a fifth.
const ERASED_VIEWS: &str = "--cfg=erase_components";

/// The user's flags and ours, in the form of `CARGO_ENCODED_RUSTFLAGS`, which allows blanks in paths.
pub(super) fn for_release(library: LibrarySource) -> String {
    let encoded = env::var("CARGO_ENCODED_RUSTFLAGS").ok();
    let plain = env::var("RUSTFLAGS").ok();
    join(
        encoded.as_deref(),
        plain.as_deref(),
        library,
        &package_sources(),
    )
}

/// Cargo gives the encoded form precedence over the plain one, and so do we.
fn join(
    encoded: Option<&str>,
    plain: Option<&str>,
    library: LibrarySource,
    sources: &[PathBuf],
) -> String {
    let mut flags: Vec<String> = match (encoded, plain) {
        (Some(encoded), _) => encoded.split('\u{1f}').map(str::to_owned).collect(),
        (None, Some(plain)) => plain.split_whitespace().map(str::to_owned).collect(),
        (None, None) => Vec::new(),
    };
    flags.retain(|flag| !flag.is_empty());
    flags.extend([RELOCATIONS, ERASED_VIEWS].map(str::to_owned));
    flags.extend(SMALL.map(str::to_owned));
    if library == LibrarySource::Present {
        flags.extend(TRAP.map(str::to_owned));
    }
    // panics name their place in the source: nobody needs to know where this machine keeps it, and
    // shorter names are fewer bytes
    flags.extend(
        sources
            .iter()
            .map(|folder| format!("--remap-path-prefix={}/=", folder.display())),
    );
    flags.join("\u{1f}")
}

/// Where cargo keeps the sources of packages, a folder for each registry.
fn package_sources() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").or_else(|| {
        let home = env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
        Some(OsString::from(PathBuf::from(home).join(".cargo")))
    });
    let Some(home) = home else { return Vec::new() };
    let Ok(folders) = fs::read_dir(PathBuf::from(home).join("registry/src")) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = folders
        .filter_map(|folder| Some(folder.ok()?.path()))
        .collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(encoded: Option<&str>, plain: Option<&str>, library: LibrarySource) -> Vec<String> {
        let joined = join(encoded, plain, library, &[]);
        joined.split('\u{1f}').map(str::to_owned).collect()
    }

    #[test]
    fn the_users_own_flags_are_kept() {
        let ours = join(None, None, &[]);
        assert_eq!(ours.split('\u{1f}').next(), Some(RELOCATIONS));
        assert_eq!(join(None, Some(" "), &[]), ours);
        assert_eq!(
            join(None, Some("-Dwarnings"), &[]),
            format!("-Dwarnings\u{1f}{ours}")
        );
        let both = join(Some("-Ca=1\u{1f}-Cb=2"), Some("-Cignored"), &[]);
        assert_eq!(both, format!("-Ca=1\u{1f}-Cb=2\u{1f}{ours}"));
    }

    #[test]
    fn a_path_with_a_blank_stays_one_flag() {
        let flags = join(None, None, &[PathBuf::from("/home/a b/src")]);
        assert!(
            flags.ends_with("\u{1f}--remap-path-prefix=/home/a b/src/="),
            "{flags}"
        );
    }
}
