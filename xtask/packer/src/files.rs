//! A folder of files in memory, by path relative to it.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Path with `/` between its parts, relative to the folder, to the file's bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Reads every file below `dir`.
///
/// # Errors
/// When a folder or file can't be read or a name is not UTF-8.
pub(crate) fn read(dir: &Path) -> Result<Files> {
    let mut files = Files::new();
    collect(dir, "", &mut files)?;
    Ok(files)
}

fn collect(dir: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let entries = fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name
            .to_str()
            .with_context(|| format!("odd file name {}", path.display()))?;
        let relative = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&path, &format!("{relative}/"), files)?;
        } else {
            let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            files.insert(relative, bytes);
        }
    }
    Ok(())
}

/// Replaces the folder `dir` by `files`.
///
/// # Errors
/// When the old folder can't be removed or a file can't be written.
pub(crate) fn replace(dir: &Path, files: &Files) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("emptying {}", dir.display()))?;
    }
    for (name, bytes) in files {
        let path = dir.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

/// The part of a path after its last dot, or nothing.
pub(crate) fn extension(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}
