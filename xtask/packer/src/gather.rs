//! Fewer files than the splitter makes: what is loaded together becomes one.

mod groups;

use crate::loader::{Moved, Script, merged};
use crate::merge::merge;
use anyhow::{Context, Result};
use groups::{Weighed, groups};
use std::fs;
use std::path::{Path, PathBuf};

/// The chunks that everybody loads, in this order: sign-in, then the frame with the board.
///
/// What they share with each other and with chunks that are loaded after them becomes part of them.
/// So a further chunk doesn't cut what is there into smaller pieces.
const FIRST: [&str; 2] = ["sign_in", "shell"];

/// How many files the other chunks share at most.
///
/// Each is a line in a script that everybody loads, and a request for those who need it; fewer
/// files mean that a chunk brings more code that only others use.
const SHARED_AT_MOST: usize = 32;

/// Merges what the first chunks share into them, and what the others share into few files.
///
/// # Errors
/// When a module or the script isn't of the splitter's form, or a file can't be read or written.
pub(crate) fn gather(out: &Path) -> Result<()> {
    let script_path = out.join("__wasm_split.js");
    let text = fs::read_to_string(&script_path).context("reading the loaders")?;
    let script = Script::read(&text).context("reading the loaders")?;
    let mut moved = script.moves(&FIRST)?;
    for chunk in FIRST {
        let variable = merged(chunk);
        let files = moved.iter().filter(|(_, into)| **into == variable);
        let files: Vec<&str> = files.map(|(file, _)| file.as_str()).collect();
        join(out, script.file(chunk)?, &files)?;
    }
    group(out, &script, &mut moved)?;
    fs::write(script_path, script.after(&moved, &FIRST)?).context("writing the loaders")
}

/// Merges what is left, and notes what went where.
fn group(out: &Path, script: &Script, moved: &mut Moved) -> Result<()> {
    let shared = script.shared(moved)?;
    let weighed = shared.iter().map(|it| {
        let size = fs::metadata(out.join(it.file)).context("a file that chunks share")?;
        Ok(Weighed {
            bytes: size.len(),
            users: it.users.clone(),
        })
    });
    let weighed = weighed.collect::<Result<Vec<_>>>()?;
    for group in groups(weighed, SHARED_AT_MOST) {
        let mut members = group.iter().filter_map(|at| shared.get(*at));
        let Some(lead) = members.next() else {
            continue;
        };
        let rest: Vec<&str> = members.map(|it| it.file).collect();
        join(out, lead.file, &rest)?;
        let places = rest.iter().map(|file| (*file).to_owned());
        moved.extend(places.map(|file| (file, lead.variable.to_owned())));
    }
    Ok(())
}

/// Makes the file `into` and the others one, in the place of `into`.
fn join(out: &Path, into: &str, others: &[&str]) -> Result<()> {
    if others.is_empty() {
        return Ok(());
    }
    let files: Vec<PathBuf> = std::iter::once(&into)
        .chain(others)
        .map(|file| out.join(file))
        .collect();
    let modules: Vec<Vec<u8>> = files
        .iter()
        .map(|file| fs::read(file).with_context(|| format!("reading {}", file.display())))
        .collect::<Result<_>>()?;
    let whole = merge(&modules).with_context(|| format!("merging into {into}"))?;
    for file in &files {
        fs::remove_file(file).with_context(|| format!("removing {}", file.display()))?;
    }
    fs::write(out.join(into), whole).with_context(|| format!("writing {into}"))
}
