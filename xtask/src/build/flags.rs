//! The compiler flags of the release build.

use crate::places::Places;
use crate::program::Program;
use crate::setup::{Presence, Ready, TARGET};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

/// What splitting needs: the linker keeps which function refers to which.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// Views are erased to one type at each element's border (a switch of Leptos): less code is compiled
/// once for every combination. The whole app gets 6 % smaller, the form a fifth.
const ERASED_VIEWS: &str = "--cfg=erase_components";

/// Panics don't name their place, and nothing can print itself for debugging: nobody would see either.
const SILENT: [&str; 2] = ["-Zlocation-detail=none", "-Zfmt-debug=none"];

/// A panic traps at once instead of writing its message first. Needs a standard library built so.
const TRAP: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Lets a stable compiler take unstable flags.
const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Has cargo build the standard library, for size; needs its source.
const BUILD_STD: [(&str, &str); 2] = [
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// How far the compiler goes along in making the wasm small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Smallness {
    /// It takes every flag and has the source of its library.
    OwnLibrary,
    /// It takes the flags, but its library comes ready made.
    ReadyLibrary,
    /// It refuses the unstable flags, which come and go with its versions.
    StableOnly,
}

impl Smallness {
    /// Asks the compiler that builds the app.
    pub(super) fn of(places: &Places, ready: &Ready) -> Self {
        let takes = |flags: &[&str]| {
            Program::new("rustc")
                .args(["--print=cfg", "--target", TARGET])
                .args(flags)
                .envs(ready.wasm.env())
                .envs([UNSTABLE])
                .dir(&places.root)
                .answer()
                .is_some()
        };
        match ready.library_source {
            Presence::Present if takes(&[SILENT, TRAP].concat()) => Self::OwnLibrary,
            _ if takes(&SILENT) => Self::ReadyLibrary,
            _ => Self::StableOnly,
        }
    }

    /// Our flags for the compiler.
    fn flags(self) -> Vec<&'static str> {
        let mut flags = vec![RELOCATIONS, ERASED_VIEWS];
        if self != Self::StableOnly {
            flags.extend(SILENT);
        }
        if self == Self::OwnLibrary {
            flags.extend(TRAP);
        }
        flags
    }

    /// The environment that goes with the flags.
    pub(super) fn env(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::OwnLibrary => [&[UNSTABLE], &BUILD_STD[..]].concat(),
            Self::ReadyLibrary => vec![UNSTABLE],
            Self::StableOnly => Vec::new(),
        }
    }
}

/// The user's flags and ours, in the form of `CARGO_ENCODED_RUSTFLAGS`, which allows blanks in paths.
pub(super) fn for_release(smallness: Smallness) -> String {
    let encoded = env::var("CARGO_ENCODED_RUSTFLAGS").ok();
    let plain = env::var("RUSTFLAGS").ok();
    join(
        encoded.as_deref(),
        plain.as_deref(),
        smallness,
        &package_sources(),
    )
}

/// Cargo gives the encoded form precedence over the plain one, and so do we.
fn join(
    encoded: Option<&str>,
    plain: Option<&str>,
    smallness: Smallness,
    sources: &[PathBuf],
) -> String {
    let mut flags: Vec<String> = match (encoded, plain) {
        (Some(encoded), _) => encoded.split('\u{1f}').map(str::to_owned).collect(),
        (None, Some(plain)) => plain.split_whitespace().map(str::to_owned).collect(),
        (None, None) => Vec::new(),
    };
    flags.retain(|flag| !flag.is_empty());
    flags.extend(smallness.flags().into_iter().map(str::to_owned));
    // what still names a source file: nobody needs to know where this machine keeps it
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

    fn flags(encoded: Option<&str>, plain: Option<&str>, smallness: Smallness) -> Vec<String> {
        let joined = join(encoded, plain, smallness, &[]);
        joined.split('\u{1f}').map(str::to_owned).collect()
    }

    #[test]
    fn the_users_own_flags_come_first() {
        let with = |encoded, plain| flags(encoded, plain, Smallness::StableOnly);
        let ours = with(None, None);
        assert_eq!(ours, [RELOCATIONS, ERASED_VIEWS]);
        assert_eq!(with(None, Some(" ")), ours);
        assert_eq!(with(None, Some("-Dwarnings"))[0], "-Dwarnings");
        let both = with(Some("-Ca=1\u{1f}-Cb=2"), Some("-Cignored"));
        assert_eq!(both, ["-Ca=1", "-Cb=2", RELOCATIONS, ERASED_VIEWS]);
    }

    #[test]
    fn a_library_that_comes_ready_made_unwinds_nothing_but_still_writes_its_message() {
        // given a compiler without the source of its library
        let flags = flags(None, None, Smallness::ReadyLibrary);
        // then panics are silent where we compile, and nothing has to be built anew
        assert!(flags.contains(&"-Zlocation-detail=none".to_owned()));
        assert!(!flags.iter().any(|flag| flag.contains("immediate-abort")));
        assert_eq!(Smallness::ReadyLibrary.env(), [UNSTABLE]);
    }

    #[test]
    fn a_stable_compiler_gets_stable_flags() {
        assert!(Smallness::StableOnly.env().is_empty());
        let flags = flags(None, None, Smallness::StableOnly);
        assert!(!flags.iter().any(|flag| flag.starts_with("-Z")));
    }

    #[test]
    fn a_path_with_a_blank_stays_one_flag() {
        let sources = [PathBuf::from("/home/a b/src")];
        let flags = join(None, None, Smallness::OwnLibrary, &sources);
        assert!(
            flags.ends_with("\u{1f}--remap-path-prefix=/home/a b/src/="),
            "{flags}"
        );
    }
}
