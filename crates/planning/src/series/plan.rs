//! The town halls of a new series, ready to be sent.

use virtual_events::WallTime;

use super::{Expansion, Occurrence, Rule, Series, SeriesId, SeriesTie};
use crate::Reader;
use crate::draft::{Checked, EventDraft, Limits};
use crate::zones::ZoneRules;

/// One town hall of a new series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedEvent {
    /// Where it stands in the series.
    pub occurrence: Occurrence,
    /// What it is tied to the others by.
    pub tie: SeriesTie,
    /// Its request, or what blocks it.
    pub checked: Checked,
}

impl Series {
    /// The series that begins with a draft's own times; `None` unless they can be read and the
    /// end is after the start.
    #[must_use]
    pub fn of_draft(draft: &EventDraft, rule: Rule, rules: &dyn ZoneRules) -> Option<Self> {
        Some(Self {
            rule,
            first: draft.start(rules).wall()?,
            minutes: draft.duration_minutes(rules).filter(|it| *it > 0)?,
            zone: draft.iana_zone(),
            exceptions: Vec::new(),
        })
    }

    /// Leaves out the occurrences that start so by the rule.
    #[must_use]
    pub fn without(mut self, exceptions: Vec<WallTime>) -> Self {
        self.exceptions = exceptions;
        self
    }

    /// The town halls to make: `template` at each time that takes place, each checked.
    ///
    /// Numbers in the ties count those that are made.
    #[must_use]
    pub fn plan(
        &self,
        template: &EventDraft,
        expansion: &Expansion,
        id: &SeriesId,
        reader: &Reader<'_>,
        limits: &Limits,
    ) -> Vec<PlannedEvent> {
        let of = u16::try_from(expansion.planned().count()).unwrap_or(u16::MAX);
        let first = expansion.occurrences.first().map(|one| one.original);
        let planned = (1..).zip(expansion.planned()).map(|(number, occurrence)| {
            let draft = template.placed(
                (occurrence.start, occurrence.start_side),
                (occurrence.end, occurrence.end_side),
            );
            PlannedEvent {
                occurrence: occurrence.clone(),
                tie: SeriesTie {
                    series: id.clone(),
                    number,
                    of,
                    original: Some(occurrence.original),
                    first,
                    zone: Some(self.zone.clone()),
                    rule: Some(self.rule.clone()),
                },
                checked: draft.check(reader.now, reader.rules, limits),
            }
        });
        planned.collect()
    }
}
