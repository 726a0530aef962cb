//! A draft checked before anything is sent.

use virtual_events::{NewEvent, UtcInstant};

use super::{EventDraft, Field, Limits, Problem, Severity, request};
use super::{check_people, check_times, check_what};
use crate::zones::ZoneRules;

/// What a check found, and the request if nothing blocks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What to send; `None` if a problem blocks.
    pub request: Option<NewEvent>,
    /// All problems, in the order of the form.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// Problems beside one input.
    pub fn at(&self, field: Field) -> impl Iterator<Item = &Problem> {
        self.problems
            .iter()
            .filter(move |problem| problem.field == field)
    }
}

impl EventDraft {
    /// Checks everything that can be checked without the service, and makes the request.
    ///
    /// Where the service's rules aren't documented (lengths, figures of Teams) it warns and doesn't
    /// block, see [`Limits`]. A start or end that the clock shows twice is sent in UTC, since its
    /// wall time alone would leave open which of the two it is.
    #[must_use]
    pub fn check(&self, now: UtcInstant, rules: &dyn ZoneRules, limits: &Limits) -> Checked {
        let problems = self.problems(now, rules, limits);
        let request = if blocked(&problems) {
            None
        } else {
            request::new_event(self, rules)
        };
        Checked { request, problems }
    }

    pub(super) fn problems(
        &self,
        now: UtcInstant,
        rules: &dyn ZoneRules,
        limits: &Limits,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        check_what::check(self, limits, &mut problems);
        check_times::check(self, now, rules, limits, &mut problems);
        check_people::check(self, limits, &mut problems);
        problems.sort_by_key(|problem| problem.field);
        problems
    }
}

pub(super) fn blocked(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity == Severity::Blocks)
}
