//! Installs what a command needs and the machine lacks.
//!
//! [`found`] looks, [`plan`] decides what to do about it, without touching anything, [`install`]
//! does the steps one by one. Everything goes to the project's private folder, except what only the
//! system can hold: Debian's packages, and the wasm standard library beside Debian's compiler.

mod browser;
mod debian;
mod found;
mod install;
mod npm;
mod pinned;
mod plan;
mod system;
mod wasm;

pub(crate) use browser::Browser;
pub(crate) use found::Presence;
pub(crate) use plan::Purpose;
pub(crate) use wasm::{TARGET, WasmToolchain, host};

use crate::error::Error;
use crate::places::Places;
use crate::say;
use found::Found;
use plan::Step;
use std::time::Instant;

/// A machine that has what a command needs.
#[derive(Debug)]
pub(crate) struct Ready {
    /// How to call cargo for wasm.
    pub(crate) wasm: WasmToolchain,
    /// The source of that compiler's library, from which it can be built smaller.
    pub(crate) library_source: Presence,
    /// The browser for tests, when the purpose asked for one.
    pub(crate) browser: Option<Browser>,
    /// Whether wasm-opt can be called.
    pub(crate) optimizer: Presence,
    /// Whether the tools were installed just now: the machine was bare.
    pub(crate) machine: Machine,
}

/// What the machine was before set-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Machine {
    /// The project's tools had to be installed.
    Bare,
    /// The tools were there.
    Equipped,
}

/// Makes the machine ready for `purpose`.
///
/// # Errors
/// When something can't be installed; the error says which command failed and what to do.
pub(crate) fn prepare(places: &Places, purpose: Purpose) -> Result<Ready, Error> {
    let start = Instant::now();
    places.make_cache()?;
    let mut found = Found::look(places, purpose);
    let steps = plan::plan(purpose, &found)?;
    if !steps.is_empty() {
        say::heading(&format!(
            "Set-up: {} to do",
            plan::count(steps.len(), "step")
        ));
    }
    let machine = match steps.contains(&Step::Trunk) {
        true => Machine::Bare,
        false => Machine::Equipped,
    };
    take(places, purpose, &found, &steps)?;
    if !steps.is_empty() {
        found = Found::look(places, purpose);
        say::line(&format!(
            "\nSet-up done in {}.",
            say::duration(start.elapsed())
        ));
    }
    let wasm = WasmToolchain::for_std(&found.wasm).ok_or_else(|| Error::Missing {
        what: "the wasm32 target, after set-up,".to_owned(),
        advice: "run `rustup target add wasm32-unknown-unknown` and look at what it says"
            .to_owned(),
    })?;
    let optimizer = found.optimizer();
    Ok(Ready {
        wasm,
        library_source: found.library_source,
        browser: found.browser,
        optimizer,
        machine,
    })
}

/// Does the steps; when Rust's server can't be reached, Debian's way instead.
fn take(places: &Places, purpose: Purpose, found: &Found, steps: &[Step]) -> Result<(), Error> {
    let mut debian = Vec::new();
    for step in steps {
        if *step == Step::LibrarySource && !debian.is_empty() {
            // Debian's compiler has come with its own
            continue;
        }
        match announced(places, step) {
            Ok(()) => continue,
            Err(error) if matches!(step, Step::RustupTarget | Step::LibrarySource) => {
                say::line(&format!("{error}\n"));
            }
            Err(error) => return Err(error),
        }
        debian = match plan::without_rust_server(purpose, found) {
            Ok(steps) => steps,
            Err(_) if *step == Step::LibrarySource => {
                say::line("Without it the app is about a tenth larger.");
                continue;
            }
            Err(error) => return Err(error),
        };
        say::line("Rust's server can't be reached: Debian's way instead.");
        debian.iter().try_for_each(|step| announced(places, step))?;
    }
    Ok(())
}

fn announced(places: &Places, step: &Step) -> Result<(), Error> {
    say::line(&format!("\n-- {} ({})", step.title(), step.takes()));
    let start = Instant::now();
    install::install(places, step)?;
    say::line(&format!("   done in {}", say::duration(start.elapsed())));
    Ok(())
}
