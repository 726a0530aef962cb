//! Where things are kept.

use crate::error::Error;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders that the commands work with.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// The clone of the project.
    pub(crate) root: PathBuf,
    /// Everything that outlives a clone: `$ROSTRUM_CACHE`, or `rostrum` in the user's cache.
    pub(crate) cache: PathBuf,
    /// Programs installed for the project only; nothing of the user's own is touched.
    pub(crate) tools: PathBuf,
    /// Cargo's target folder: `$CARGO_TARGET_DIR`, or one in the cache, shared by all clones.
    pub(crate) target: PathBuf,
    /// What is published.
    pub(crate) dist: PathBuf,
    /// What a build needs on its way, in the clone and ignored by git.
    pub(crate) stage: PathBuf,
}

impl Places {
    /// Finds them from the environment.
    ///
    /// # Errors
    /// When the project's root or the user's home can't be told.
    pub(crate) fn find() -> Result<Self, Error> {
        let root = project_root()?;
        let cache = match env::var_os("ROSTRUM_CACHE").filter(|value| !value.is_empty()) {
            Some(cache) => std::path::absolute(&cache)
                .map_err(|source| Error::files("finding", Path::new(&cache), source))?,
            None => user_cache()?.join("rostrum"),
        };
        let target = match env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
            Some(target) => std::path::absolute(&target)
                .map_err(|source| Error::files("finding", Path::new(&target), source))?,
            None => cache.join("target"),
        };
        Ok(Self {
            tools: cache.join("tools"),
            dist: root.join("dist"),
            stage: root.join(".cache"),
            root,
            cache,
            target,
        })
    }

    /// Makes the folder that outlives clones: commands are started in it.
    ///
    /// # Errors
    /// When it can't be made.
    pub(crate) fn make_cache(&self) -> Result<(), Error> {
        fs::create_dir_all(&self.cache).map_err(|error| Error::files("making", &self.cache, error))
    }

    /// The program `name` among the project's own tools.
    pub(crate) fn tool(&self, name: &str) -> PathBuf {
        self.tools.join("bin").join(executable(name))
    }

    /// The program `name` of the workspace, built with the profile `tool`.
    pub(crate) fn built_tool(&self, name: &str) -> PathBuf {
        self.target.join("tool").join(executable(name))
    }
}

/// The file name of a program on this system.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

fn project_root() -> Result<PathBuf, Error> {
    // cargo sets it when it runs us; otherwise the current folder must be in the project
    let start = match env::var_os("CARGO_MANIFEST_DIR") {
        Some(dir) => PathBuf::from(dir),
        None => env::current_dir()
            .map_err(|source| Error::files("finding", Path::new("the current folder"), source))?,
    };
    start
        .ancestors()
        .find(|dir| dir.join("xtask").is_dir() && dir.join("index.html").is_file())
        .map(Path::to_owned)
        .ok_or_else(|| Error::Missing {
            what: "the project's root".to_owned(),
            advice: "run `cargo xtask` inside the clone".to_owned(),
        })
}

fn user_cache() -> Result<PathBuf, Error> {
    let home = |rest: &str| env::var_os("HOME").map(|home| PathBuf::from(home).join(rest));
    let cache = match env::consts::OS {
        "windows" => env::var_os("LOCALAPPDATA").map(PathBuf::from),
        "macos" => home("Library/Caches"),
        _ => env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| home(".cache")),
    };
    cache.ok_or_else(|| Error::Missing {
        what: "the user's cache folder".to_owned(),
        advice: "set ROSTRUM_CACHE to a folder for the project's tools".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_a_cache_gets_one() {
        // given a home in which nothing was ever kept
        let home = env::temp_dir().join(format!("rostrum-places-{}", std::process::id()));
        let places = Places {
            cache: home.join(".cache/rostrum"),
            ..Places::find().unwrap()
        };
        assert!(!places.cache.exists());
        // when set-up begins, twice
        places.make_cache().unwrap();
        places.make_cache().unwrap();
        // then commands can be started there
        assert!(places.cache.is_dir());
        fs::remove_dir_all(home).unwrap();
    }
}
