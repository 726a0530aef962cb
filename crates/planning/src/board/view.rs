//! What is shown of the list.

use std::cmp::Ordering;

use virtual_events::{EventKind, Role};

use super::sort::key;
use super::vocabulary::all_found;
use super::{BoardQuery, BoardRow, Direction, Vocabulary};
use crate::{Phase, Reader};

/// The rows to show, and the counts beside the filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardView {
    /// Indices into [`Board::rows`](super::Board::rows), in the order to show them.
    pub shown: Vec<usize>,
    /// How many there are of what.
    pub counts: Counts,
}

/// How many rows there are of what.
///
/// The count beside a filter tells what choosing it would show: all other filters hold, those of
/// its own kind don't.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows in all.
    pub total: usize,
    /// Rows shown.
    pub shown: usize,
    phases: [usize; Phase::ALL.len()],
    roles: [usize; 2],
    kinds: [usize; 2],
}

impl Counts {
    /// Rows in that phase.
    #[must_use]
    pub fn phase(&self, phase: Phase) -> usize {
        self.phases.get(phase as usize).copied().unwrap_or(0)
    }

    /// Rows in which I have that role.
    #[must_use]
    pub fn role(&self, role: Role) -> usize {
        self.roles[role_slot(role)]
    }

    /// Rows of that kind.
    #[must_use]
    pub fn kind(&self, kind: EventKind) -> usize {
        self.kinds[kind_slot(kind)]
    }
}

fn role_slot(role: Role) -> usize {
    usize::from(role == Role::CoOrganizer)
}

fn kind_slot(kind: EventKind) -> usize {
    usize::from(kind == EventKind::Webinar)
}

impl BoardView {
    pub(super) fn of(
        rows: &[BoardRow],
        vocabulary: &Vocabulary,
        query: &BoardQuery,
        reader: &Reader<'_>,
    ) -> Self {
        let now = reader.now;
        let wanted = vocabulary.read(&query.words);
        let bounds = query.period.bounds(reader);
        let mut counts = Counts {
            total: rows.len(),
            ..Counts::default()
        };
        let mut keyed = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            // what no chip counts around
            if !all_found(&wanted, row, now) || !bounds.hold(row.starts(), row.ends()) {
                continue;
            }
            let phase = row.phase(now);
            let by_phase = query.phases.is_empty() || query.phases.contains(&phase);
            let by_role =
                query.roles.is_empty() || row.role.is_some_and(|role| query.roles.contains(&role));
            let by_kind = query.kinds.is_empty() || query.kinds.contains(&row.kind);
            if by_role && by_kind {
                counts.phases[phase as usize] += 1;
            }
            if let Some(role) = row.role.filter(|_| by_phase && by_kind) {
                counts.roles[role_slot(role)] += 1;
            }
            if by_phase && by_role {
                counts.kinds[kind_slot(row.kind)] += 1;
            }
            if by_phase && by_role && by_kind {
                keyed.push((key(row, phase, query.sort.column, now), index));
            }
        }
        counts.shown = keyed.len();
        let descending = query.sort.direction == Direction::Descending;
        keyed.sort_by(|(one, _), (other, _)| match (one, other) {
            (Some(one), Some(other)) if descending => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        });
        Self {
            shown: keyed.into_iter().map(|(_, index)| index).collect(),
            counts,
        }
    }
}
