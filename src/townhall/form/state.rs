//! What the form holds, what is wrong with it, and what may be sent.

use super::dispute::Dispute;
use super::send::Then;
use crate::drafts::{Keeper, Kept};
use crate::event::{Clock, EventList};
use crate::i18n::form as words;
use crate::shell::Workspace;
use crate::ui::field::Note;
use leptos::prelude::*;
use planning::draft::{
    DraftPlace, EventDraft, Field, Limits, Problem, ProblemKind, Severity, Topic,
};
use std::sync::Arc;
use virtual_events::{Error, EventChanges, EventKind, NewEvent, UtcInstant, VirtualEvent};

/// How old the list of events may be when a new form opens, in seconds.
const STALE: u64 = 300;

/// What the form is for.
#[derive(Debug, Clone)]
pub(super) enum Purpose {
    /// An event that isn't there yet.
    New,
    /// An event as it was when the form opened.
    Edit(Arc<VirtualEvent>),
}

/// What a send runs into.
#[derive(Debug, Clone)]
pub(super) enum Trouble {
    /// It failed.
    Failed(Arc<Error>, Then),
    /// Its answer was lost, and several events look like it.
    Ambiguous(Arc<Vec<VirtualEvent>>, Then),
}

/// The form.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    /// Which kind of event it is for.
    pub(super) kind: EventKind,
    pub(super) draft: RwSignal<EventDraft>,
    /// The draft as it is before anything is typed.
    pub(super) untouched: RwSignal<EventDraft>,
    /// What the edit began with; what others change is told by it.
    pub(super) base: StoredValue<EventDraft>,
    pub(super) purpose: RwSignal<Purpose>,
    pub(super) workspace: Workspace,
    pub(super) list: EventList,
    clock: Clock,
    /// Fields somebody has typed into; only they complain before a send.
    touched: RwSignal<Vec<Field>>,
    /// Whether a send was tried: from then on everything complains.
    tried: RwSignal<bool>,
    problems: Memo<Vec<Problem>>,
    pub(super) busy: RwSignal<bool>,
    pub(super) trouble: RwSignal<Option<Trouble>>,
    /// When what is typed was last kept in the browser; `Err` when it can't be.
    pub(super) kept: RwSignal<Option<Result<UtcInstant, ()>>>,
    /// What was kept from before, when it was taken up.
    pub(super) restored: RwSignal<Option<UtcInstant>>,
    pub(super) keeper: StoredValue<Option<Keeper>, LocalStorage>,
    /// What only others changed meanwhile.
    pub(super) taken: RwSignal<Vec<Topic>>,
    /// What both changed.
    pub(super) dispute: RwSignal<Option<Dispute>>,
    pub(super) asks_publish: RwSignal<bool>,
}

impl FormState {
    /// A form at `place` that begins with `fresh`, or with what was typed into it before.
    pub(super) fn open(
        purpose: Purpose,
        place: &DraftPlace,
        fresh: EventDraft,
        found: Kept,
    ) -> Self {
        let (workspace, clock) = (Workspace::expect(), Clock::expect());
        let event = match &purpose {
            // After a lost answer, only an event that wasn't there before can be the new one.
            Purpose::New => {
                EventList::expect().ensure(STALE);
                None
            }
            Purpose::Edit(event) => Some(event.clone()),
        };
        let kept = found.map_err(drop);
        let blocked = kept.is_err().then_some(Err(()));
        let kept = kept.unwrap_or_default();
        let (restored, base) = match &kept {
            Some(kept) => (Some(kept.at), kept.before.clone()),
            None => (None, None),
        };
        let kind = fresh.kind;
        // an edit begun with an older release doesn't say of what
        let of_kind = |draft| EventDraft { kind, ..draft };
        let base = base.map_or_else(|| fresh.clone(), of_kind);
        let untouched = RwSignal::new(fresh.clone());
        let draft = RwSignal::new(kept.map_or(fresh, |kept| of_kind(kept.draft)));
        let minute = Memo::new(move |_| {
            let now = clock.now().unix_milliseconds();
            UtcInstant::from_unix_milliseconds(now - now.rem_euclid(60_000))
        });
        let purpose = RwSignal::new(purpose);
        let problems =
            Memo::new(move |_| check(&purpose.read(), workspace, &draft.read(), minute.get()).1);
        let form = Self {
            kind,
            draft,
            untouched,
            base: StoredValue::new(base),
            purpose,
            workspace,
            list: EventList::expect(),
            clock,
            touched: RwSignal::new(Vec::new()),
            tried: RwSignal::new(false),
            problems,
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            kept: RwSignal::new(blocked),
            restored: RwSignal::new(restored),
            keeper: StoredValue::new_local(None),
            taken: RwSignal::new(Vec::new()),
            dispute: RwSignal::new(None),
            asks_publish: RwSignal::new(false),
        };
        if let Some(event) = event.filter(|_| restored.is_some()) {
            form.bring_together(VirtualEvent::clone(&event));
        }
        form.keep_typing(place);
        form
    }

    /// Takes a change by the user.
    pub(super) fn change(self, field: Field, change: impl FnOnce(&mut EventDraft)) {
        self.draft.update(change);
        self.touched.update(|touched| {
            if !touched.contains(&field) {
                touched.push(field);
            }
        });
    }

    /// The draft checked as of now.
    pub(super) fn ready(self) -> Ready {
        check(
            &self.purpose.read_untracked(),
            self.workspace,
            &self.draft.read_untracked(),
            self.clock.glance(),
        )
        .0
    }

    /// Whether the form edits an event; then some fields are fixed.
    pub(super) fn edits(self) -> bool {
        self.purpose
            .with_untracked(|purpose| matches!(purpose, Purpose::Edit(_)))
    }

    /// What to say beside some fields.
    pub(super) fn notes(self, fields: &'static [Field]) -> Signal<Vec<Note>> {
        Signal::derive(move || fields.iter().flat_map(|it| self.notes_of(*it)).collect())
    }

    /// What to say beside a field; tracks.
    pub(super) fn notes_of(self, field: Field) -> Vec<Note> {
        let (tried, touched, problems) =
            (self.tried.get(), self.touched.read(), self.problems.read());
        let said = problems.iter().filter(|problem| {
            problem.field == field
                && (tried
                    // what stops nothing has to be seen before it is sent
                    || problem.severity == Severity::Warns
                    || (touched.contains(&problem.field)
                        && problem.kind != ProblemKind::Missing))
        });
        said.map(|problem| {
            let text = words::problem(problem);
            match problem.severity {
                Severity::Blocks => Note::Problem(text),
                Severity::Warns => Note::Hint(text),
            }
        })
        .collect()
    }

    /// The problems that stop a send, once one was tried; tracks.
    pub(super) fn blocking(self) -> Vec<Problem> {
        if !self.tried.get() {
            return Vec::new();
        }
        let problems = self.problems.read();
        problems
            .iter()
            .filter(|problem| problem.severity == Severity::Blocks)
            .cloned()
            .collect()
    }

    /// From now on everything complains. Says whether anything does.
    pub(super) fn try_to_send(self) -> bool {
        self.tried.set(true);
        let blocked = self
            .problems
            .read_untracked()
            .iter()
            .any(|it| it.severity == Severity::Blocks);
        !blocked
    }

    /// Begins anew with `fresh`, as if the form had just been opened.
    pub(super) fn start_over(self, fresh: EventDraft) {
        self.untouched.set(fresh.clone());
        self.draft.set(fresh);
        self.touched.set(Vec::new());
        self.tried.set(false);
        self.trouble.set(None);
        self.restored.set(None);
        self.taken.set(Vec::new());
        self.dispute.set(None);
        self.base.set_value(self.untouched.get_untracked());
    }

    /// The clock's now.
    pub(super) fn now(self) -> UtcInstant {
        self.clock.glance()
    }
}

/// What a check of the form came to.
#[derive(Debug, Clone)]
pub(super) enum Ready {
    /// A new event can be sent.
    Create(Box<NewEvent>),
    /// Changes can be sent; perhaps none.
    Change(Box<EventChanges>),
    /// Something blocks.
    No,
}

fn check(
    purpose: &Purpose,
    workspace: Workspace,
    draft: &EventDraft,
    now: UtcInstant,
) -> (Ready, Vec<Problem>) {
    let (rules, limits) = (workspace.rules(), Limits::default());
    match purpose {
        Purpose::New => {
            let checked = draft.check(now, &*rules, &limits);
            let ready = checked
                .request
                .map_or(Ready::No, |it| Ready::Create(Box::new(it)));
            (ready, checked.problems)
        }
        Purpose::Edit(event) => {
            let checked = draft.check_changes(event, now, &*rules, &limits);
            let ready = checked
                .changes
                .map_or(Ready::No, |it| Ready::Change(Box::new(it)));
            (ready, checked.problems)
        }
    }
}
