//! The compiler that has a standard library for wasm, and how to call it.

use super::found::Presence;
use crate::places::{Places, executable};
use crate::program::Program;
use std::fs;
use std::path::{Path, PathBuf};

/// The target that the app is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Name under which rustup knows Debian's compiler.
pub(crate) const DEBIAN: &str = "debian";

/// Where Debian's compiler looks for the wasm standard library.
pub(crate) const DEBIAN_STD: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// The standard library for wasm, as far as it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WasmStd {
    /// The active toolchain has it.
    Active,
    /// Debian's compiler has it, and rustup knows that compiler.
    Debian,
    /// No compiler has it.
    Missing,
}

impl WasmStd {
    /// Looks at the active toolchain first, then at Debian's.
    ///
    /// Debian's comes first only when it alone has the source of its library, from which the release
    /// build makes a smaller one.
    pub(crate) fn find(places: &Places) -> Self {
        let folder = Program::new("rustc")
            .args(["--print", "target-libdir", "--target", TARGET])
            .dir(&places.root)
            .answer();
        let active = folder.is_some_and(|folder| holds_std(Path::new(&folder)));
        let source = Self::Active.library_source(places);
        if active && source == Presence::Present {
            Self::Active
        } else if debian_works(places) {
            Self::Debian
        } else if active {
            Self::Active
        } else {
            Self::Missing
        }
    }

    /// Whether the source of the compiler's library is there.
    pub(crate) fn library_source(self, places: &Places) -> Presence {
        let sysroot = match self {
            Self::Debian => Some("/usr".to_owned()),
            Self::Active | Self::Missing => Program::new("rustc")
                .args(["--print", "sysroot"])
                .dir(&places.root)
                .answer(),
        };
        let source = |sysroot: &str| {
            Path::new(sysroot)
                .join("lib/rustlib/src/rust/library/std/Cargo.toml")
                .is_file()
        };
        Presence::when(sysroot.is_some_and(|sysroot| source(&sysroot)))
    }
}

/// Whether `folder` holds a compiled standard library, with what tests need.
fn holds_std(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    let names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| name.ends_with(".rlib"))
        .collect();
    ["libstd-", "libtest-"]
        .iter()
        .all(|part| names.iter().any(|name| name.starts_with(part)))
}

/// Whether Debian's compiler makes wasm, by trying: a library left by another version does not fit.
///
/// The version for which the trial went well is noted, so that it is made once.
fn debian_works(places: &Places) -> bool {
    let version = |name: &str| {
        Program::new(name)
            .env("RUSTUP_TOOLCHAIN", DEBIAN)
            .args(["-vV"])
    };
    if !holds_std(Path::new(DEBIAN_STD)) {
        return false;
    }
    let Some(version) = version("rustc").answer() else {
        return false;
    };
    let note = places.cache.join("wasm-std.txt");
    if fs::read_to_string(&note).is_ok_and(|noted| noted == version) {
        return true;
    }
    let works = compiles(&places.cache);
    if works {
        // without the note the trial is made again: nothing is lost
        let _ = fs::write(&note, version);
    }
    works
}

fn compiles(folder: &Path) -> bool {
    let trial = folder.join("wasm-trial.rs");
    let source = "#[unsafe(no_mangle)] pub extern \"C\" fn f(n: usize) -> usize \
                  { vec![0_u8; n].iter().filter(|byte| **byte == 1).count() }\n";
    if fs::create_dir_all(folder).is_err() || fs::write(&trial, source).is_err() {
        return false;
    }
    let Some(linker) = rust_lld() else {
        return false;
    };
    Program::new("rustc")
        .env("RUSTUP_TOOLCHAIN", DEBIAN)
        .args([
            "--edition=2024",
            "--crate-type=cdylib",
            "--target",
            TARGET,
            "-o",
        ])
        .args([folder.join("wasm-trial.wasm")])
        .args(["-C".to_owned(), format!("linker={}", linker.display())])
        .args([&trial])
        .answer()
        .is_some()
}

/// The linker that comes with rustup's toolchains; Debian's compiler has none for wasm.
pub(crate) fn rust_lld() -> Option<PathBuf> {
    let host = host()?;
    let in_sysroot = |sysroot: &Path| {
        let lld = sysroot
            .join("lib/rustlib")
            .join(&host)
            .join("bin")
            .join(executable("rust-lld"));
        lld.is_file().then_some(lld)
    };
    let active = Program::new("rustc")
        .args(["--print", "sysroot"])
        .answer()?;
    in_sysroot(Path::new(&active)).or_else(|| {
        let home = Program::new("rustup").args(["show", "home"]).answer()?;
        let mut toolchains: Vec<PathBuf> = fs::read_dir(Path::new(&home).join("toolchains"))
            .ok()?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        toolchains.sort();
        toolchains
            .iter()
            .rev()
            .find_map(|toolchain| in_sysroot(toolchain))
    })
}

/// The triple of this machine.
pub(crate) fn host() -> Option<String> {
    let version = Program::new("rustc").args(["-vV"]).answer()?;
    host_in(&version).map(str::to_owned)
}

/// The host triple in what `rustc -vV` prints.
fn host_in(version: &str) -> Option<&str> {
    version.lines().find_map(|line| line.strip_prefix("host: "))
}

/// How to call cargo so that it compiles for wasm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WasmToolchain {
    variables: Vec<(&'static str, String)>,
}

impl WasmToolchain {
    /// The toolchain that has the standard library, if one has.
    pub(crate) fn for_std(std: &WasmStd) -> Option<Self> {
        match std {
            WasmStd::Active => Some(Self {
                variables: Vec::new(),
            }),
            WasmStd::Debian => Some(Self {
                variables: vec![
                    ("RUSTUP_TOOLCHAIN", DEBIAN.to_owned()),
                    (
                        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                        rust_lld()?.to_string_lossy().into_owned(),
                    ),
                ],
            }),
            WasmStd::Missing => None,
        }
    }

    /// The environment variables for cargo, and for what calls cargo.
    pub(crate) fn env(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.variables
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_read_from_the_long_version() {
        let version =
            "rustc 1.96.0\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\nrelease: 1.96.0";
        assert_eq!(host_in(version), Some("x86_64-unknown-linux-gnu"));
    }

    #[test]
    fn a_machine_without_the_library_has_no_wasm_toolchain() {
        assert_eq!(WasmToolchain::for_std(&WasmStd::Missing), None);
        let active = WasmToolchain::for_std(&WasmStd::Active).unwrap();
        assert_eq!(
            active.env().count(),
            0,
            "the user's own toolchain is called as it is"
        );
    }
}
