//! What can go wrong in a command of the project, and what the user can do about it.

use std::fmt;
use std::io;
use std::path::Path;

/// A failure of one of the project's commands.
#[derive(Debug)]
pub(crate) enum Error {
    /// A program ended with a bad status; its output has been shown.
    Failed {
        line: String,
        status: String,
        advice: Option<String>,
    },
    /// A program could not be started.
    NotStarted {
        line: String,
        source: io::Error,
        advice: Option<String>,
    },
    /// Something must be installed that this command can't install.
    Missing { what: String, advice: String },
    /// A command has to be run as root first; it is shown, never run.
    NeedsRoot { what: String, command: String },
    /// A file or folder can't be read or written.
    Files { doing: String, source: io::Error },
    /// A program's output was not of the form expected.
    Unexpected { what: String },
    /// Checks failed, and have said why above.
    Checks { names: Vec<String> },
}

impl Error {
    /// A failure to do something with the file or folder at `path`.
    pub(crate) fn files(doing: &str, path: &Path, source: io::Error) -> Self {
        Self::Files {
            doing: format!("{doing} {}", path.display()),
            source,
        }
    }

    /// Output that was not understood.
    pub(crate) fn unexpected(what: impl Into<String>) -> Self {
        Self::Unexpected { what: what.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let advice = match self {
            Self::Failed {
                line,
                status,
                advice,
            } => {
                write!(f, "this command failed ({status}):\n  {line}")?;
                advice.as_deref()
            }
            Self::NotStarted {
                line,
                source,
                advice,
            } => {
                write!(f, "this command could not be started ({source}):\n  {line}")?;
                advice.as_deref()
            }
            Self::Missing { what, advice } => {
                write!(f, "{what} is missing")?;
                Some(advice.as_str())
            }
            Self::NeedsRoot { what, command } => {
                return write!(
                    f,
                    "{what} has to be installed as root; run this, then the same command again:\n  \
                     {command}"
                );
            }
            Self::Files { doing, source } => return write!(f, "{doing}: {source}"),
            Self::Unexpected { what } => return f.write_str(what),
            Self::Checks { names } => return write!(f, "failed: {}", names.join(", ")),
        };
        match advice {
            Some(advice) => write!(f, "\nWhat to do: {advice}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}
