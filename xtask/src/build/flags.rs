//! The compiler flags of the release build.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

/// What splitting needs: the linker keeps which function refers to which.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// The user's flags and ours, in the form of `CARGO_ENCODED_RUSTFLAGS`, which allows blanks in paths.
pub(super) fn for_release() -> String {
    let encoded = env::var("CARGO_ENCODED_RUSTFLAGS").ok();
    let plain = env::var("RUSTFLAGS").ok();
    join(encoded.as_deref(), plain.as_deref(), &package_sources())
}

/// Cargo gives the encoded form precedence over the plain one, and so do we.
fn join(encoded: Option<&str>, plain: Option<&str>, sources: &[PathBuf]) -> String {
    let mut flags: Vec<String> = match (encoded, plain) {
        (Some(encoded), _) => encoded.split('\u{1f}').map(str::to_owned).collect(),
        (None, Some(plain)) => plain.split_whitespace().map(str::to_owned).collect(),
        (None, None) => Vec::new(),
    };
    flags.retain(|flag| !flag.is_empty());
    flags.push(RELOCATIONS.to_owned());
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

    #[test]
    fn the_users_own_flags_are_kept() {
        assert_eq!(join(None, None, &[]), RELOCATIONS);
        assert_eq!(join(None, Some(" "), &[]), RELOCATIONS);
        assert_eq!(
            join(None, Some("-Dwarnings"), &[]),
            format!("-Dwarnings\u{1f}{RELOCATIONS}")
        );
        let both = join(Some("-Ca=1\u{1f}-Cb=2"), Some("-Cignored"), &[]);
        assert_eq!(both, format!("-Ca=1\u{1f}-Cb=2\u{1f}{RELOCATIONS}"));
    }

    #[test]
    fn a_path_with_a_blank_stays_one_flag() {
        let flags = join(None, None, &[PathBuf::from("/home/a b/src")]);
        assert_eq!(
            flags.split('\u{1f}').nth(1),
            Some("--remap-path-prefix=/home/a b/src/=")
        );
    }
}
