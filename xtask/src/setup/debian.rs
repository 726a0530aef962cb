//! The way to a wasm compiler where Rust's server can't be reached: Debian's compiler, with the
//! standard library compiled from Debian's copy of its source.

use super::pinned::{self, RUST};
use super::system::{System, User};
use super::wasm::{self, DEBIAN, DEBIAN_STD, TARGET};
use crate::error::Error;
use crate::places::Places;
use crate::program::{Program, on_path};
use std::fs;
use std::path::{Path, PathBuf};

/// Installs packages; the caller made sure that we are root.
pub(crate) fn install_packages(packages: &[&str]) -> Result<(), Error> {
    let advice = "check that Debian's servers can be reached, then run the same command again";
    let apt = |arguments: &[&str]| {
        Program::new("apt-get")
            .args(["-q", "-o", "Dpkg::Use-Pty=0"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .advice(advice)
    };
    let install = |packages: &[&str]| {
        apt(&["install", "-y", "--no-install-recommends"])
            .args(packages)
            .output()
            .map(drop)
    };
    // lists older than the packages on the server make the installation fail
    apt(&["update"]).output()?;
    // a nodejs from elsewhere than Debian has npm in it, and refuses Debian's
    let (npm, others): (Vec<&str>, Vec<&str>) = packages.iter().partition(|name| **name == "npm");
    install(&others)?;
    if npm.is_empty() || on_path("npm").is_some() {
        return Ok(());
    }
    install(&npm)
}

/// Makes Debian's compiler known to rustup.
///
/// # Errors
/// When that compiler is too old, or rustup refuses.
pub(crate) fn link() -> Result<(), Error> {
    let version = Program::new("/usr/bin/rustc")
        .args(["--version"])
        .output()?;
    if pinned::major_minor(&version).is_none_or(|found| found < RUST) {
        return Err(Error::Missing {
            what: format!(
                "Rust {}.{} or newer (Debian has {})",
                RUST.0,
                RUST.1,
                version.trim()
            ),
            advice: "enable Debian's security suite, which has a newer rustc-web, and run \
                     `apt-get update`, or connect to Rust's server"
                .to_owned(),
        });
    }
    Program::new("rustup")
        .args(["toolchain", "link", DEBIAN, "/usr"])
        .advice(
            "if a toolchain of that name exists, remove it: `rustup toolchain uninstall debian`",
        )
        .run()
}

/// Where the compiled library is kept until root puts it into place.
fn built(places: &Places) -> PathBuf {
    places.cache.join("wasm-std")
}

/// Compiles the standard library for wasm.
///
/// # Errors
/// When there is no linker for wasm, or the compilation fails.
pub(crate) fn build_std(places: &Places) -> Result<(), Error> {
    let Some(linker) = wasm::rust_lld() else {
        return Err(Error::Missing {
            what: "rust-lld, the linker for wasm,".to_owned(),
            advice: "it comes with rustup's toolchains: `rustup toolchain install stable`"
                .to_owned(),
        });
    };
    let work = places.cache.join("wasm-std-build");
    empty(&work)?;
    write(&work.join("src/lib.rs"), "")?;
    // a library of nothing: compiling it compiles the whole of std
    let manifest = "[package]\nname = \"std_for_wasm\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
                    [lib]\ncrate-type = [\"cdylib\"]\n\n[workspace]\n";
    write(&work.join("Cargo.toml"), manifest)?;
    Program::new("cargo")
        .args([
            "build",
            "--quiet",
            "--release",
            "-Zbuild-std=std,panic_abort,test",
            "--target",
            TARGET,
        ])
        .dir(&work)
        .env("RUSTUP_TOOLCHAIN", DEBIAN)
        .env("RUSTC_BOOTSTRAP", "1")
        // without the bitcode the app's link-time optimization fails
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        .env("CARGO_TARGET_DIR", work.join("target"))
        .advice("check that the Rust package registry can be reached")
        .run()?;
    let built = built(places);
    empty(&built)?;
    let compiled = work.join("target").join(TARGET).join("release/deps");
    for library in libraries(&compiled)? {
        copy(&library, &built)?;
    }
    let _ = fs::remove_dir_all(&work);
    Ok(())
}

/// Puts the compiled library where Debian's compiler looks.
///
/// # Errors
/// When we are not root, or a file can't be copied.
pub(crate) fn install_std(places: &Places) -> Result<(), Error> {
    let built = built(places);
    let folder = Path::new(DEBIAN_STD);
    if System::here() != System::Debian(User::Root) {
        return Err(Error::NeedsRoot {
            what: "the standard library for wasm".to_owned(),
            command: format!(
                "sudo rm -rf {DEBIAN_STD} && sudo mkdir -p {DEBIAN_STD} && \
                 sudo cp {}/*.rlib {DEBIAN_STD}/",
                built.display()
            ),
        });
    }
    // libraries of an older compiler would be found as well, and refused
    empty(folder)?;
    for library in libraries(&built)? {
        copy(&library, folder)?;
    }
    Ok(())
}

fn libraries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|error| Error::files("reading", folder, error))?;
    Ok(entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "rlib")
        })
        .collect())
}

fn empty(folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Error::files("emptying", folder, error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Error::files("creating", folder, error))
}

fn write(file: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| Error::files("creating", folder, error))?;
    }
    fs::write(file, text).map_err(|error| Error::files("writing", file, error))
}

fn copy(file: &Path, folder: &Path) -> Result<(), Error> {
    let name = file.file_name().unwrap_or_default();
    fs::copy(file, folder.join(name))
        .map(drop)
        .map_err(|error| Error::files("copying", file, error))
}
