//! Calls of other programs.

use crate::error::Error;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};

/// A program with its arguments, ready to be called once.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    advice: Option<String>,
}

impl Program {
    /// The program `name`, looked up on PATH unless it is a path.
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name);
        // `cargo xtask` runs us with the libraries of its own toolchain first; a compiler of
        // another toolchain must not find them
        command
            .env_remove("LD_LIBRARY_PATH")
            .env_remove("DYLD_FALLBACK_LIBRARY_PATH");
        Self {
            command,
            advice: None,
        }
    }

    /// npm, which is a script with another name on Windows.
    pub(crate) fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets several environment variables.
    pub(crate) fn envs<K: AsRef<OsStr>, V: AsRef<OsStr>>(
        mut self,
        variables: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        self.command.envs(variables);
        self
    }

    /// Runs the program in `dir`.
    pub(crate) fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// What the user can do when it fails.
    pub(crate) fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// The call as it would be typed.
    fn typed(&self) -> String {
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        words.map(quoted).collect::<Vec<_>>().join(" ")
    }

    /// Runs it with its output shown.
    ///
    /// # Errors
    /// When it can't be started or ends with a bad status.
    pub(crate) fn run(mut self) -> Result<(), Error> {
        match self.command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(self.failed(status)),
            Err(source) => Err(self.not_started(source)),
        }
    }

    /// Runs it in silence and gives its standard output; its errors are shown when it fails.
    ///
    /// # Errors
    /// When it can't be started, ends with a bad status, or prints something else than UTF-8.
    pub(crate) fn output(mut self) -> Result<String, Error> {
        match self.command.stdin(Stdio::null()).output() {
            Ok(Output { status, stdout, .. }) if status.success() => String::from_utf8(stdout)
                .map_err(|_| Error::unexpected(format!("{}: output is not UTF-8", self.typed()))),
            Ok(Output { status, stderr, .. }) => {
                crate::say::line(String::from_utf8_lossy(&stderr).trim_end());
                Err(self.failed(status))
            }
            Err(source) => Err(self.not_started(source)),
        }
    }

    /// What it prints, in silence, or nothing when it isn't there or fails.
    pub(crate) fn answer(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    }

    /// Starts it and leaves it to itself, in silence.
    ///
    /// # Errors
    /// When it can't be started.
    pub(crate) fn start_apart(mut self) -> Result<(), Error> {
        self.command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        match self.command.spawn() {
            Ok(_) => Ok(()),
            Err(source) => Err(self.not_started(source)),
        }
    }

    /// Turns this process into the program, so that whoever stops the one stops the other.
    ///
    /// # Errors
    /// When it can't be started.
    #[cfg(unix)]
    pub(crate) fn become_it(mut self) -> Result<(), Error> {
        use std::os::unix::process::CommandExt;
        let source = self.command.exec();
        Err(self.not_started(source))
    }

    /// Runs the program to its end: this system can't turn one process into another.
    ///
    /// # Errors
    /// When it can't be started or ends with a bad status.
    #[cfg(not(unix))]
    pub(crate) fn become_it(self) -> Result<(), Error> {
        self.run()
    }

    fn failed(&self, status: ExitStatus) -> Error {
        Error::Failed {
            line: self.typed(),
            status: status.to_string(),
            advice: self.advice.clone(),
        }
    }

    fn not_started(&self, source: std::io::Error) -> Error {
        Error::NotStarted {
            line: self.typed(),
            source,
            advice: self.advice.clone(),
        }
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    match word.is_empty() || word.contains([' ', '"', '\'', '$', ';', '&', '(', '|']) {
        true => format!("'{}'", word.replace('\'', "'\\''")),
        false => word.into_owned(),
    }
}

/// The file that PATH gives for `name`.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    on_path_of(&std::env::var_os("PATH")?, name)
}

fn on_path_of(path: &OsStr, name: &str) -> Option<PathBuf> {
    let name = match cfg!(windows) {
        true => format!("{name}.exe"),
        false => name.to_owned(),
    };
    std::env::split_paths(path)
        .map(|dir| dir.join(&name))
        .find(|file| file.is_file())
}

/// PATH with `dir` before everything else.
pub(crate) fn path_with(dir: &Path) -> OsString {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let dirs = std::iter::once(dir.to_owned()).chain(std::env::split_paths(&old));
    std::env::join_paths(dirs).unwrap_or(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_call_says_what_was_called_and_what_to_do() {
        let error = Program::new("cargo")
            .args(["--no-such-option", "a b"])
            .advice("look at the manual")
            .output()
            .unwrap_err()
            .to_string();
        assert!(error.contains("cargo --no-such-option 'a b'"), "{error}");
        assert!(error.ends_with("What to do: look at the manual"), "{error}");
    }

    #[test]
    fn a_program_that_is_not_there_is_no_answer() {
        assert_eq!(Program::new("rostrum-no-such-program").answer(), None);
        assert_eq!(on_path_of(OsStr::new("/nowhere"), "cargo"), None);
    }
}
