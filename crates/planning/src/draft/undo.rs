//! Taking an edit back.

use virtual_events::{EventChanges, VirtualEvent};

use super::EventDraft;
use crate::zones::ZoneRules;

/// How an edit can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// By these changes, perhaps none.
    Changes(Box<EventChanges>),
    /// Not at all: the same was changed once more since.
    ChangedSince,
    /// Not at all: what was there before can't be sent.
    NotPossible,
}

impl EventDraft {
    /// The changes that take an edit back.
    ///
    /// `before` and `after` are the event around the edit, `now` is as it is. What others changed
    /// since elsewhere in the event stays. Nothing is checked: it was so before.
    #[must_use]
    pub fn undo(
        before: &VirtualEvent,
        after: &VirtualEvent,
        now: &VirtualEvent,
        rules: &dyn ZoneRules,
    ) -> Undone {
        let draft = |event| Self::from_event(event, rules);
        let now_draft = draft(now);
        let reconciled = draft(before).reconcile(&draft(after), &now_draft, now.kind);
        if !reconciled.disputed.is_empty() {
            return Undone::ChangedSince;
        }
        match reconciled.draft.changes(&now_draft, now.kind, rules) {
            Some(changes) => Undone::Changes(Box::new(changes)),
            None => Undone::NotPossible,
        }
    }
}
