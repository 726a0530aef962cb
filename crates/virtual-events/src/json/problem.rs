//! What is wrong with an answer, told without repeating any of it.

use std::fmt;

/// A value that doesn't fit, by place and expectation.
///
/// The value itself is left out on purpose: it may be private, and errors get copied around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonProblem {
    /// Steps from the value outwards, as the reader unwinds.
    steps: Vec<Step>,
    /// What was expected, in words of the type.
    pub(crate) expected: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

impl JsonProblem {
    pub(crate) fn new(expected: impl Into<String>) -> Self {
        Self {
            steps: Vec::new(),
            expected: expected.into(),
        }
    }

    fn below(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    pub(crate) fn below_key(self, key: &str) -> Self {
        self.below(Step::Key(key.to_owned()))
    }

    pub(crate) fn below_index(self, index: usize) -> Self {
        self.below(Step::Index(index))
    }

    /// The place as a JSON path, `$.value[3].startDateTime`.
    pub(crate) fn path(&self) -> String {
        let mut path = String::from("$");
        for step in self.steps.iter().rev() {
            match step {
                Step::Key(key) => {
                    path.push('.');
                    path.push_str(key);
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        path
    }
}

impl fmt::Display for JsonProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.expected, self.path())
    }
}

impl std::error::Error for JsonProblem {}
