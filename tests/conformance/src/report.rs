//! What a conformance run prints: a line each and the closing count.

use std::fmt;

/// The outcomes of one run, in the order they came.
#[derive(Debug, Default)]
pub struct Report {
    outcomes: Vec<Outcome>,
}

#[derive(Debug)]
struct Outcome {
    name: String,
    failure: Option<String>,
}

impl Report {
    /// Notes that `name` came out as documented, or why it did not.
    pub fn record(&mut self, name: impl Into<String>, result: Result<(), String>) {
        self.outcomes.push(Outcome {
            name: name.into(),
            failure: result.err(),
        });
    }

    /// Number of outcomes without a failure.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.outcomes.len() - self.failed()
    }

    /// Number of outcomes with a failure.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.outcomes
            .iter()
            .filter(|outcome| outcome.failure.is_some())
            .count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for outcome in &self.outcomes {
            match &outcome.failure {
                None => writeln!(f, "PASS {}", outcome.name)?,
                Some(why) => writeln!(f, "FAIL {}: {why}", outcome.name)?,
            }
        }
        write!(f, "{} passed, {} failed", self.passed(), self.failed())
    }
}
