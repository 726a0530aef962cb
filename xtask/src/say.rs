//! What the user reads in the terminal.

use std::io::Write;
use std::time::Duration;

/// Prints a line.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Prints the heading of a stage or step.
pub(crate) fn heading(text: &str) {
    let mut out = std::io::stdout();
    let _ = writeln!(out, "\n== {text}");
    let _ = out.flush();
}

/// Prints what stopped a command.
pub(crate) fn failure(text: &str) {
    let _ = std::io::stdout().flush();
    let _ = writeln!(std::io::stderr(), "\nerror: {text}");
}

/// A duration as a person would say it: `0.4 s`, `12 s`, `3 min 05 s`.
pub(crate) fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_secs(59)), "59 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
    }
}
