//! The operating system, as far as set-up has to tell systems apart.

use crate::program::Program;
use std::env::consts::OS;

/// An operating system, and what may be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    /// Debian, whose packages can stand in for what a closed network doesn't offer.
    Debian(User),
    /// Another Linux.
    Linux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
    /// Something else.
    Other,
}

/// Who runs the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum User {
    /// May install packages.
    Root,
    /// May not; commands for root are shown, never run.
    Ordinary,
}

impl System {
    /// The system this program runs on.
    pub(crate) fn here() -> Self {
        match OS {
            "linux" => {
                let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
                match is_debian(&release) {
                    true => Self::Debian(user()),
                    false => Self::Linux,
                }
            }
            "macos" => Self::MacOs,
            "windows" => Self::Windows,
            _ => Self::Other,
        }
    }
}

/// Whether `/etc/os-release` is that of Debian itself: its derivatives have other packages.
fn is_debian(release: &str) -> bool {
    release
        .lines()
        .any(|line| matches!(line.trim(), "ID=debian" | "ID=\"debian\""))
}

fn user() -> User {
    match Program::new("id").args(["-u"]).answer().as_deref() {
        Some("0") => User::Root,
        _ => User::Ordinary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_derivative_is_not_debian() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
    }
}
