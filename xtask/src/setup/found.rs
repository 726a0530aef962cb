//! What the machine has.

use super::browser::Browser;
use super::npm::{self, Packages};
use super::pinned::{self, NODE_MAJOR, Pinned, TRUNK, WASM_BINDGEN};
use super::plan::Purpose;
use super::system::System;
use super::wasm::WasmStd;
use crate::places::Places;
use crate::program::{Program, on_path};
use std::path::Path;

/// Whether something is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It is, in the version wanted.
    Present,
    /// It isn't.
    Absent,
}

impl Presence {
    /// Present when `is_there`.
    pub(crate) fn when(is_there: bool) -> Self {
        if is_there {
            Self::Present
        } else {
            Self::Absent
        }
    }
}

/// What was found on the machine, as far as the purpose asks for it.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) system: System,
    pub(crate) rustup: Presence,
    pub(crate) wasm: WasmStd,
    /// The source of that compiler's library.
    pub(crate) library_source: Presence,
    pub(crate) trunk: Presence,
    pub(crate) wasm_bindgen: Presence,
    /// Node.js with npm, new enough.
    pub(crate) node: Presence,
    pub(crate) packages: Packages,
    pub(crate) browser: Option<Browser>,
    /// rustfmt and clippy of the active toolchain.
    pub(crate) lints: Presence,
    /// Debian's compiler, cargo and library source.
    pub(crate) debian_rust: Presence,
    /// clippy for Debian's compiler.
    pub(crate) debian_clippy: Presence,
    /// The Redis that the relay is tested with.
    pub(crate) redis: Presence,
}

impl Found {
    /// Looks at what `purpose` needs; what it doesn't need counts as present.
    pub(crate) fn look(places: &Places, purpose: Purpose) -> Self {
        let tests = purpose == Purpose::Test;
        let unless = |needed: bool, look: &dyn Fn() -> bool| Presence::when(!needed || look());
        let answers = |program: &str, argument: &str| {
            Program::new(program)
                .args([argument])
                .dir(&places.root)
                .answer()
                .is_some()
        };
        let wasm = WasmStd::find(places);
        Self {
            system: System::here(),
            rustup: Presence::when(on_path("rustup").is_some()),
            wasm,
            library_source: wasm.library_source(places),
            trunk: Presence::when(is_pinned(&places.tool("trunk"), TRUNK)),
            wasm_bindgen: unless(tests, &|| {
                is_pinned(&places.tool("wasm-bindgen-test-runner"), WASM_BINDGEN)
            }),
            node: node(),
            packages: npm::installed(places),
            browser: purpose.needs_browser().then(Browser::find).flatten(),
            lints: unless(tests, &|| {
                answers("rustfmt", "--version") && answers("cargo-clippy", "--version")
            }),
            debian_rust: Presence::when(
                Path::new("/usr/bin/cargo").is_file()
                    && Path::new("/usr/lib/rustlib/src/rust/library").is_dir(),
            ),
            debian_clippy: unless(tests, &|| Path::new("/usr/bin/cargo-clippy").is_file()),
            redis: unless(purpose.needs_browser(), &|| {
                on_path("redis-server").is_some()
            }),
        }
    }

    /// Whether wasm-opt can be called.
    pub(crate) fn optimizer(&self) -> Presence {
        Presence::when(self.node == Presence::Present && self.packages >= Packages::Build)
    }
}

fn is_pinned(program: &Path, pinned: Pinned) -> bool {
    program.is_file()
        && Program::new(program)
            .args(["--version"])
            .answer()
            .is_some_and(|answer| pinned::is_version(&answer, pinned.version))
}

fn node() -> Presence {
    let version = Program::new("node").args(["--version"]).answer();
    let new_enough = version
        .and_then(|version| pinned::major_minor(&version))
        .is_some_and(|(major, _)| major >= NODE_MAJOR);
    // npm itself takes half a second to answer
    let npm = on_path("npm").is_some() || cfg!(windows);
    Presence::when(new_enough && npm)
}
