//! All rows looked over.

use std::collections::BTreeMap;

use virtual_events::MyEvent;

use super::repeats::Repeats;
use super::{Column, Options, Planned, Repeated, RowProblem, RowProblemKind};
use crate::draft::Severity;
use crate::fold::in_small_letters;
use crate::zones::ZoneRules;

/// Problems that are kept for showing; all are counted.
const MOST_PROBLEMS: usize = 2_000;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    /// It is sent.
    Ready,
    /// It is sent, though something in it may not be meant so.
    Warned,
    /// It can't be sent.
    Blocked,
    /// It is left out, because it is there already.
    Repeated,
}

/// All rows of a file looked over, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// What becomes of each row, in the order of the file.
    pub states: Vec<RowState>,
    /// What is wrong, by line; the first 2,000.
    pub problems: Vec<RowProblem>,
    /// How much is wrong in all.
    pub problem_count: usize,
    /// The first date that could mean two days.
    pub ambiguous: Option<String>,
    /// Writes that the rows to be sent will take.
    pub writes: usize,
    /// Addresses named, in small letters, each as it was first written.
    addresses: BTreeMap<String, String>,
    repeats: Repeats,
}

impl Survey {
    /// Nothing looked at yet; `events` are those that exist.
    #[must_use]
    pub fn new(events: &[MyEvent], rules: &dyn ZoneRules) -> Self {
        Self {
            repeats: Repeats::of(events, rules),
            ..Self::default()
        }
    }

    /// Looks at the next row.
    pub fn add(&mut self, planned: &Planned, options: &Options) {
        let repeat = self.repeats.look(planned);
        let is_repeat = repeat.is_some();
        let title = options.mapping.index(Column::Title);
        let repeat = repeat.map(|kind| RowProblem {
            line: planned.line,
            column: title,
            severity: Severity::Warns,
            kind,
        });
        for problem in planned.problems.iter().chain(&repeat) {
            self.note(problem);
        }
        let state = if planned.is_blocked() {
            RowState::Blocked
        } else if is_repeat && options.repeated == Repeated::LeaveOut {
            RowState::Repeated
        } else if is_repeat || !planned.problems.is_empty() {
            RowState::Warned
        } else {
            RowState::Ready
        };
        if matches!(state, RowState::Ready | RowState::Warned) {
            self.writes += planned
                .task(options.finish)
                .map_or(0, |task| task.steps.len());
        }
        for address in &planned.addresses {
            self.addresses
                .entry(in_small_letters(address))
                .or_insert_with(|| address.clone());
        }
        self.states.push(state);
    }

    fn note(&mut self, problem: &RowProblem) {
        if let RowProblemKind::DateAmbiguous { typed } = &problem.kind {
            self.ambiguous.get_or_insert_with(|| typed.clone());
        }
        self.problem_count += 1;
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem.clone());
        }
    }

    /// Rows in a state.
    #[must_use]
    pub fn count(&self, state: RowState) -> usize {
        self.states.iter().filter(|it| **it == state).count()
    }

    /// Rows that are sent.
    #[must_use]
    pub fn to_send(&self) -> usize {
        self.count(RowState::Ready) + self.count(RowState::Warned)
    }

    /// Whether a row is sent.
    #[must_use]
    pub fn is_sent(&self, row: usize) -> bool {
        matches!(
            self.states.get(row),
            Some(RowState::Ready | RowState::Warned)
        )
    }

    /// Addresses of everybody named in the file, each once.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.addresses.values().map(String::as_str)
    }
}
