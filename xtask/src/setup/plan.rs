//! From what was found to what has to be done, without touching the machine.

use super::found::{Found, Presence};
use super::npm::Packages;
use super::pinned::NODE_MAJOR;
use super::system::{System, User};
use super::wasm::WasmStd;
use crate::error::Error;

/// What the machine is made ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building the app for a look at it: wasm-opt is welcome but not needed.
    Demo,
    /// Building the app for publication.
    Build,
    /// Measuring it in a browser.
    Bench,
    /// All tests.
    Test,
}

impl Purpose {
    /// Whether a browser is driven.
    pub(crate) fn needs_browser(self) -> bool {
        matches!(self, Self::Bench | Self::Test)
    }

    fn packages(self) -> Packages {
        if self.needs_browser() {
            Packages::All
        } else {
            Packages::Build
        }
    }
}

/// One thing to install.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// The wasm32 target of the active toolchain, by rustup.
    RustupTarget,
    /// The source of Rust's library, by rustup.
    LibrarySource,
    /// rustfmt and clippy, by rustup.
    Lints,
    /// Packages of the system.
    Apt(Vec<&'static str>),
    /// Debian's compiler made known to rustup.
    LinkDebian,
    /// The wasm standard library, compiled from Debian's source.
    BuildStd,
    /// That library put where Debian's compiler looks.
    InstallStd,
    /// Packages from npm.
    Npm(Packages),
    /// trunk.
    Trunk,
    /// The runner of wasm tests.
    WasmBindgen,
}

impl Step {
    /// What the step does.
    pub(crate) fn title(&self) -> String {
        match self {
            Self::RustupTarget => "Rust's wasm32 target, by rustup".to_owned(),
            Self::LibrarySource => "the source of Rust's library, by rustup".to_owned(),
            Self::Lints => "rustfmt and clippy, by rustup".to_owned(),
            Self::Apt(packages) => format!("Debian packages: {}", packages.join(", ")),
            Self::LinkDebian => "Debian's compiler made known to rustup".to_owned(),
            Self::BuildStd => "Rust's standard library for wasm, compiled from source".to_owned(),
            Self::InstallStd => "that library put beside Debian's compiler".to_owned(),
            Self::Npm(Packages::All) => {
                "npm packages: wasm-opt, the editor's libraries, Playwright, axe".to_owned()
            }
            Self::Npm(_) => "npm packages: wasm-opt, the editor's libraries".to_owned(),
            Self::Trunk => "trunk, compiled from source".to_owned(),
            Self::WasmBindgen => "wasm-bindgen's test runner, compiled from source".to_owned(),
        }
    }

    /// How long it may take, on two processors and an ordinary line.
    pub(crate) fn takes(&self) -> &'static str {
        match self {
            Self::LinkDebian | Self::InstallStd => "a moment",
            Self::RustupTarget | Self::LibrarySource | Self::Lints | Self::Npm(_) => {
                "up to a minute"
            }
            Self::Apt(_) | Self::BuildStd => "one to two minutes",
            Self::WasmBindgen => "two to three minutes",
            Self::Trunk => "four to six minutes",
        }
    }
}

/// The steps that are left to do, cheap ones first.
///
/// # Errors
/// When something is missing that only the user can install.
pub(crate) fn plan(purpose: Purpose, found: &Found) -> Result<Vec<Step>, Error> {
    let mut steps = Vec::new();
    let system = system_packages(purpose, found)?;
    let node_comes = system.contains(&"nodejs");
    if !system.is_empty() {
        steps.push(apt(found.system, system)?);
    }
    if found.wasm == WasmStd::Missing {
        match found.rustup {
            Presence::Present => steps.push(Step::RustupTarget),
            Presence::Absent => return Err(no_rustup("the wasm32 target")),
        }
    }
    if found.library_source == Presence::Absent && found.rustup == Presence::Present {
        steps.push(Step::LibrarySource);
    }
    if found.lints == Presence::Absent {
        match found.rustup {
            Presence::Present => steps.push(Step::Lints),
            Presence::Absent => return Err(no_rustup("rustfmt or clippy")),
        }
    }
    let node = found.node == Presence::Present || node_comes;
    if node && found.packages < purpose.packages() {
        steps.push(Step::Npm(purpose.packages()));
    }
    if found.trunk == Presence::Absent {
        steps.push(Step::Trunk);
    }
    if found.wasm_bindgen == Presence::Absent {
        steps.push(Step::WasmBindgen);
    }
    Ok(steps)
}

/// What Debian's packages have to bring; on other systems the user is told instead.
fn system_packages(purpose: Purpose, found: &Found) -> Result<Vec<&'static str>, Error> {
    let debian = matches!(found.system, System::Debian(_));
    let mut packages = Vec::new();
    let may_go_without_node =
        purpose == Purpose::Demo && found.system != System::Debian(User::Root);
    if found.node == Presence::Absent && !may_go_without_node {
        if !debian {
            return Err(Error::Missing {
                what: format!("Node.js {NODE_MAJOR} or newer with npm"),
                advice: "install it from nodejs.org or with your system's package manager"
                    .to_owned(),
            });
        }
        packages.extend(["nodejs", "npm"]);
    }
    let driven = found
        .browser
        .as_ref()
        .is_some_and(|browser| browser.driver.is_some());
    if purpose.needs_browser() && !driven {
        if !debian {
            return Err(no_browser(found.system));
        }
        packages.extend(["chromium", "chromium-driver"]);
    }
    if purpose.needs_browser() && found.redis == Presence::Absent {
        if !debian {
            return Err(Error::Missing {
                what: "redis-server, which the relay's tests start,".to_owned(),
                advice: "install Redis 6.2 or newer, so that redis-server is on PATH".to_owned(),
            });
        }
        packages.push("redis-server");
    }
    if found.wasm == WasmStd::Debian && found.debian_clippy == Presence::Absent {
        packages.push("rust-web-clippy");
    }
    Ok(packages)
}

/// The steps when Rust's server can't be reached.
///
/// # Errors
/// When there is no other way on this system, or a command must be run as root first.
pub(crate) fn without_rust_server(purpose: Purpose, found: &Found) -> Result<Vec<Step>, Error> {
    if !matches!(found.system, System::Debian(_)) {
        return Err(Error::Missing {
            what: "Rust's wasm32 target".to_owned(),
            advice: "connect to the internet, or set RUSTUP_DIST_SERVER to a mirror that you can \
                     reach, then run `rustup target add wasm32-unknown-unknown`; only on Debian \
                     there is a way without Rust's server"
                .to_owned(),
        });
    }
    let mut packages = Vec::new();
    if found.debian_rust == Presence::Absent {
        packages.extend(["rustc-web", "cargo-web", "rust-web-src"]);
    }
    if purpose == Purpose::Test && found.debian_clippy == Presence::Absent {
        packages.push("rust-web-clippy");
    }
    let mut steps = Vec::new();
    if !packages.is_empty() {
        steps.push(apt(found.system, packages)?);
    }
    steps.extend([Step::LinkDebian, Step::BuildStd, Step::InstallStd]);
    Ok(steps)
}

fn apt(system: System, packages: Vec<&'static str>) -> Result<Step, Error> {
    match system {
        System::Debian(User::Root) => Ok(Step::Apt(packages)),
        _ => Err(Error::NeedsRoot {
            what: packages.join(", "),
            command: format!(
                "sudo apt-get update && sudo apt-get install --no-install-recommends {}",
                packages.join(" ")
            ),
        }),
    }
}

fn no_rustup(what: &str) -> Error {
    Error::Missing {
        what: format!("{what}, and rustup to install it,"),
        advice: "install Rust with rustup (rustup.rs)".to_owned(),
    }
}

fn no_browser(system: System) -> Error {
    let advice = match system {
        System::MacOs => "install Google Chrome and `brew install chromedriver`",
        System::Windows => "install Google Chrome, and the ChromeDriver of its version on PATH",
        _ => "install Chromium or Google Chrome, and the chromedriver of its version, on PATH",
    };
    Error::Missing {
        what: "Chromium or its driver".to_owned(),
        advice: format!("{advice}; CHROME and CHROMEDRIVER may name other places"),
    }
}

/// `1 step`, `2 steps`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests;
