//! Names that say what a file holds, so that browsers may keep it for ever.
//!
//! A file's new name carries a hash over its own bytes and those of every file it reaches. The glue
//! and the chunk loader import each other, so neither could carry a hash of the other's final bytes;
//! a hash over all that is reachable changes exactly when one of them must change.

use crate::files::{Files, extension};
use crate::references;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Old path to new path.
pub(crate) type Names = BTreeMap<String, String>;

/// The kinds of files that get a new name; pages, pictures and JSON keep theirs.
const HASHED: [&str; 5] = ["js", "mjs", "wasm", "css", "woff2"];

/// Renames what `entry` reaches and writes the addresses anew, in `entry` as well.
///
/// Files that `entry` doesn't reach keep their names: other sites and settings name them.
///
/// # Errors
/// When `entry` is missing or a script, style or page is not UTF-8.
pub(crate) fn rename_by_content(files: Files, entry: &str) -> Result<(Files, Names)> {
    let links = links(&files)?;
    let names: Names = reachable(entry, &links)
        .into_iter()
        .filter(|name| name != entry && HASHED.contains(&extension(name)))
        .map(|name| {
            let new = with_hash(&name, &digest(&name, &files, &links));
            (name, new)
        })
        .collect();
    let mut renamed = Files::new();
    for (name, bytes) in files {
        let bytes = match text(&name, &bytes)? {
            Some(text) => references::rewrite(&name, text, |old| names.get(old).cloned()).into(),
            None => bytes,
        };
        renamed.insert(names.get(&name).cloned().unwrap_or(name), bytes);
    }
    Ok((renamed, names))
}

type Links = BTreeMap<String, Vec<String>>;

fn links(files: &Files) -> Result<Links> {
    let mut links = Links::new();
    for (name, bytes) in files {
        let Some(text) = text(name, bytes)? else {
            continue;
        };
        let targets = references::find(name, text)
            .into_iter()
            .map(|reference| reference.target)
            .filter(|target| files.contains_key(target))
            .collect();
        links.insert(name.clone(), targets);
    }
    Ok(links)
}

/// The file as text when addresses are looked for in it.
fn text<'a>(name: &str, bytes: &'a [u8]) -> Result<Option<&'a str>> {
    if !matches!(extension(name), "js" | "mjs" | "css" | "html") {
        return Ok(None);
    }
    std::str::from_utf8(bytes)
        .map(Some)
        .with_context(|| format!("{name} is not UTF-8"))
}

/// `start` and everything its links lead to.
fn reachable(start: &str, links: &Links) -> BTreeSet<String> {
    let mut seen = BTreeSet::from([start.to_owned()]);
    let mut open = vec![start];
    while let Some(name) = open.pop() {
        for target in links.get(name).into_iter().flatten() {
            if seen.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    seen
}

fn digest(name: &str, files: &Files, links: &Links) -> String {
    let mut hash = Sha256::new();
    // the files of a circle reach the same bytes: the own name keeps their hashes apart
    hash.update(name);
    for reached in reachable(name, links) {
        hash.update([0]);
        hash.update(&reached);
        hash.update([0]);
        hash.update(files.get(&reached).map_or(&[][..], Vec::as_slice));
    }
    let mut hex = String::new();
    for byte in hash.finalize().iter().take(8) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn with_hash(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{name}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(chunk: &str) -> Files {
        [
            (
                "index.html",
                "<base href=\"/\"><script src=\"boot.js\"></script>",
            ),
            ("boot.js", "import init from './app.js'"),
            (
                "app.js",
                "import * as s from './__wasm_split.js'; new URL('app_bg.wasm', u)",
            ),
            ("app_bg.wasm", "main"),
            (
                "__wasm_split.js",
                "import {i} from './app.js'; new URL(\"./split_a.wasm\", u)",
            ),
            ("split_a.wasm", chunk),
            ("auth/bridge.html", "<script src=\"bridge.js\"></script>"),
            ("auth/bridge.js", "x"),
            ("config.example.json", "{}"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8(files[name].clone()).unwrap()
    }

    #[test]
    fn all_that_the_page_reaches_is_renamed_and_found_again() {
        let (files, names) = rename_by_content(site("chunk"), "index.html").unwrap();
        assert_eq!(names.len(), 5);
        assert!(text(&files, "index.html").contains(&format!("src=\"{}\"", names["boot.js"])));
        assert!(text(&files, &names["boot.js"]).contains(&names["app.js"]));
        assert!(text(&files, &names["app.js"]).contains(&names["__wasm_split.js"]));
        assert!(text(&files, &names["__wasm_split.js"]).contains(&names["split_a.wasm"]));
        // the loader and the glue import each other
        assert!(text(&files, &names["__wasm_split.js"]).contains(&names["app.js"]));
    }

    #[test]
    fn addresses_that_others_know_stay() {
        let (files, _) = rename_by_content(site("chunk"), "index.html").unwrap();
        for fixed in [
            "index.html",
            "auth/bridge.html",
            "auth/bridge.js",
            "config.example.json",
        ] {
            assert!(files.contains_key(fixed), "{fixed}");
        }
    }

    #[test]
    fn a_changed_chunk_renames_what_leads_to_it_and_nothing_else() {
        let (_, before) = rename_by_content(site("chunk"), "index.html").unwrap();
        let (_, after) = rename_by_content(site("other"), "index.html").unwrap();
        for changed in ["split_a.wasm", "__wasm_split.js", "app.js", "boot.js"] {
            assert_ne!(before[changed], after[changed], "{changed}");
        }
        assert_eq!(before["app_bg.wasm"], after["app_bg.wasm"]);
    }

    #[test]
    fn the_same_bytes_give_the_same_names() {
        let (_, once) = rename_by_content(site("chunk"), "index.html").unwrap();
        let (_, again) = rename_by_content(site("chunk"), "index.html").unwrap();
        assert_eq!(once, again);
    }
}
