//! What somebody wants to see of the list.

use virtual_events::{EventKind, Role};

use super::{Period, Sort};
use crate::Phase;

/// Search, filters and order of the list; the default shows everything, what comes next on top.
///
/// An empty list of phases, roles or kinds filters nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardQuery {
    /// What is typed into the search.
    pub words: String,
    /// Phases to show.
    pub phases: Vec<Phase>,
    /// Roles to show.
    pub roles: Vec<Role>,
    /// Kinds to show.
    pub kinds: Vec<EventKind>,
    /// Days to show.
    pub period: Period,
    /// Order.
    pub sort: Sort,
}

impl BoardQuery {
    /// Whether anything is left out by it.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.words.trim().is_empty()
            || !self.phases.is_empty()
            || !self.roles.is_empty()
            || !self.kinds.is_empty()
            || self.period != Period::Any
    }

    /// Shows everything again; the order stays.
    pub fn clear_filters(&mut self) {
        *self = Self {
            sort: self.sort,
            ..Self::default()
        };
    }

    /// Adds the phase to those shown, or takes it away.
    pub fn toggle_phase(&mut self, phase: Phase) {
        toggle(&mut self.phases, phase);
    }

    /// Adds the role to those shown, or takes it away.
    pub fn toggle_role(&mut self, role: Role) {
        toggle(&mut self.roles, role);
    }

    /// Adds the kind to those shown, or takes it away.
    pub fn toggle_kind(&mut self, kind: EventKind) {
        toggle(&mut self.kinds, kind);
    }
}

fn toggle<T: PartialEq>(chosen: &mut Vec<T>, one: T) {
    match chosen.iter().position(|other| *other == one) {
        Some(at) => {
            chosen.remove(at);
        }
        None => chosen.push(one),
    }
}
