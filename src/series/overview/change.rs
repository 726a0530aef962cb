//! What is to be changed of several town halls, and what would become of each.

use super::list;
use super::outcome::{self, Line};
use super::people::People;
use super::presenting::Presenting;
use super::state::SeriesState;
use leptos::prelude::*;
use planning::Reader;
use planning::draft::{EventDraft, Limits};
use planning::run::Task;
use planning::series::{Deed, Member, Outcome, Preview, Scope, SeriesEdit, concerned};
use virtual_events::{EventId, EventKind};

/// A change, told by one of the town halls.
#[derive(Clone, Copy)]
pub(super) struct Change {
    pub(super) state: SeriesState,
    /// The town hall shown, as it shall be.
    pub(super) draft: RwSignal<EventDraft>,
    before: StoredValue<EventDraft>,
    anchor: StoredValue<EventId>,
    pub(super) kind: EventKind,
    pub(super) how_far: RwSignal<Scope>,
    pub(super) people: People,
    pub(super) presenting: Presenting,
}

/// What would become of the town halls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) lines: Vec<Line>,
    /// How many are changed.
    pub(super) changed: usize,
    /// Whether one can't be changed like that.
    pub(super) blocked: bool,
}

impl Change {
    /// Nothing is changed yet.
    pub(super) fn of(state: SeriesState, anchor: &Member) -> Self {
        let event = &anchor.mine.event;
        let before = EventDraft::from_event(event, &*state.workspace.rules());
        let change = Self {
            state,
            draft: RwSignal::new(before.clone()),
            before: StoredValue::new(before),
            anchor: StoredValue::new(event.id.clone()),
            kind: event.kind,
            how_far: RwSignal::new(Scope::This),
            people: People::nobody(),
            presenting: Presenting::new(state.workspace),
        };
        let events = change.concerned(|it| (it.mine.event.kind, it.id().clone()));
        change.presenting.follow(events);
        change
    }

    /// Something of each town hall that the change is for.
    pub(super) fn concerned<T>(self, get: fn(&Member) -> T) -> Memo<Vec<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            let members = self.state.members.read();
            let members: &[Member] = members.as_deref().unwrap_or_default();
            let (anchor, now) = (self.anchor.get_value(), self.state.now());
            let chosen = concerned(members, &anchor, self.how_far.get(), Deed::Edit, now);
            let changeable = chosen.iter().filter(|it| it.excluded.is_none());
            changeable.map(|it| get(it.member)).collect()
        })
    }

    /// What would become of each; tracks.
    pub(super) fn look(self) -> Look {
        self.preview(|_, previews| Look {
            lines: previews
                .iter()
                .map(|it| outcome::told(self.state, it))
                .collect(),
            changed: previews.iter().filter(|it| is_changed(it)).count(),
            blocked: previews
                .iter()
                .any(|it| matches!(it.outcome, Outcome::Blocked { .. })),
        })
    }

    /// The writes; tracks.
    pub(super) fn tasks(self) -> Vec<Task> {
        self.preview(|edit, previews| {
            let task = |preview: &Preview<'_>| {
                let Outcome::Changed { changes, .. } = &preview.outcome else {
                    return None;
                };
                let label = list::label(self.state, preview.member);
                Some(edit.task(&label, preview.member, changes))
            };
            previews.iter().filter_map(task).collect()
        })
    }

    fn preview<T>(self, use_it: impl FnOnce(&SeriesEdit, &[Preview<'_>]) -> T) -> T {
        let members = self.state.members.read();
        let members: &[Member] = members.as_deref().unwrap_or_default();
        let workspace = self.state.workspace;
        let (zone, rules) = (workspace.zone(), workspace.rules());
        let mut edit = SeriesEdit {
            before: self.before.get_value(),
            after: self.draft.get(),
            presenting: self.presenting.known(),
        };
        self.people.put(&mut edit, &workspace.person().tenant_id);
        let reader = Reader::new(self.state.now(), &zone, &*rules);
        let (anchor, limits) = (self.anchor.get_value(), Limits::default());
        let previews = edit.preview(members, &anchor, self.how_far.get(), &reader, &limits);
        use_it(&edit, &previews)
    }
}

fn is_changed(preview: &Preview<'_>) -> bool {
    matches!(preview.outcome, Outcome::Changed { .. })
}
