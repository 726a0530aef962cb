//! The rule as typed, the days it names, and the town halls to make.

use super::kept::{self, Kept};
use crate::browser::timer;
use crate::event::{Clock, EventList};
use crate::series::sending::Sending;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::draft::{EventDraft, Field, Limits, Problem, Severity};
use planning::run::Finish;
use planning::series::{
    Expansion, PlannedEvent, Rule, RuleDraft, RuleError, RuleField, RuleProblem, Series, SeriesId,
    SeriesTie,
};
use planning::{Date, Reader};
use virtual_events::{EventKind, UtcInstant, WallTime};

/// How old the list of events may be when the page opens, in seconds.
const STALE: u64 = 300;

/// What is wrong with the inputs of a rule, by input.
pub(super) type RuleProblems = Vec<(RuleField, RuleProblem)>;

/// A series in the making.
#[derive(Clone, Copy)]
pub(super) struct NewSeries {
    pub(super) workspace: Workspace,
    template: StoredValue<EventDraft>,
    id: StoredValue<SeriesId>,
    name: StoredValue<String>,
    /// The day it begins on.
    pub(super) first: Date,
    pub(super) rule: RwSignal<RuleDraft>,
    /// The days that are left out, by the start that the rule gives them.
    pub(super) left_out: RwSignal<Vec<WallTime>>,
    /// What becomes of the town halls once they are made.
    pub(super) finish: RwSignal<Finish>,
    pub(super) sending: Sending,
    /// Whether the question before publishing is open.
    pub(super) asks: RwSignal<bool>,
    /// Whether somebody wanted to begin.
    pub(super) tried: RwSignal<bool>,
    /// What the rule's inputs come to.
    pub(super) read: Memo<Result<Rule, RuleProblems>>,
    /// All days of the rule, those left out too; `None` while there is no rule.
    pub(super) days: Memo<Option<Result<Expansion, RuleError>>>,
    /// The town halls to make.
    pub(super) plan: Memo<Vec<PlannedEvent>>,
    /// The days for which there is a town hall already: an earlier run was cut short.
    pub(super) made: Memo<Vec<WallTime>>,
    /// What is wrong with the draft itself, wherever it is put.
    pub(super) own: Memo<Vec<Problem>>,
}

impl NewSeries {
    /// A series that begins with the draft of that name; `None` if the draft has no times.
    pub(super) fn of(name: &str, draft: EventDraft) -> Option<Self> {
        let (workspace, clock) = (Workspace::expect(), Clock::expect());
        let first = draft.start(&*workspace.rules()).wall()?.date_time().date();
        draft.duration_minutes(&*workspace.rules())?;
        let template = StoredValue::new(draft);
        let kept = kept::read(&workspace.person(), name);
        let id = kept.as_ref().and_then(Kept::id);
        let id = id.unwrap_or_else(|| SeriesId::random(timer::random));
        let made = made(&id);
        let id = StoredValue::new(id);
        let begins = || RuleDraft::beginning(first);
        let rule = RwSignal::new(kept.as_ref().map_or_else(begins, Kept::rule));
        let left_out = kept.as_ref().map(Kept::left_out).unwrap_or_default();
        let left_out = RwSignal::new(left_out);
        let read = Memo::new(move |_| rule.read().rule(first));
        let series = move |rule: Rule| {
            template.with_value(|draft| Series::of_draft(draft, rule, &*workspace.rules()))
        };
        let days = Memo::new(move |_| {
            let series = series(read.get().ok()?)?;
            Some(series.expand(&*workspace.rules()))
        });
        let minute = Memo::new(move |_| {
            let now = clock.now().unix_milliseconds();
            UtcInstant::from_unix_milliseconds(now - now.rem_euclid(60_000))
        });
        let plan = Memo::new(move |_| {
            let (zone, rules) = (workspace.zone(), workspace.rules());
            let series = read.get().ok().and_then(series);
            let Some(series) = series.map(|it| it.without(left_out.get())) else {
                return Vec::new();
            };
            let Ok(expansion) = series.expand(&*rules) else {
                return Vec::new();
            };
            let reader = Reader::new(minute.get(), &zone, &*rules);
            template.with_value(|draft| {
                let id = id.get_value();
                let mut plan = series.plan(draft, &expansion, &id, &reader, &Limits::default());
                let made = made.read();
                plan.retain(|it| !made.contains(&it.occurrence.original));
                plan
            })
        });
        let own = Memo::new(move |_| {
            let rules = workspace.rules();
            let checked =
                template.with_value(|it| it.check(minute.get(), &*rules, &Limits::default()));
            let problems = checked.problems.into_iter();
            problems.filter(|it| !is_of_times(it.field)).collect()
        });
        let series = Self {
            workspace,
            template,
            id,
            name: StoredValue::new(name.to_owned()),
            first,
            rule,
            left_out,
            finish: RwSignal::new(Finish::Draft),
            sending: Sending::new(),
            asks: RwSignal::new(false),
            tried: RwSignal::new(false),
            read,
            days,
            plan,
            own,
            made,
        };
        kept::keep(series, name);
        kept::forget_when_made(series, name);
        Some(series)
    }

    /// The draft's name.
    pub(super) fn name(self) -> String {
        self.name.get_value()
    }

    /// Something of the draft.
    pub(super) fn template<T>(self, get: impl FnOnce(&EventDraft) -> T) -> T {
        self.template.with_value(get)
    }

    /// Which kind its events are of.
    pub(super) fn kind(self) -> EventKind {
        self.template(|draft| draft.kind)
    }

    /// The id that the town halls will have in common.
    pub(super) fn id(self) -> SeriesId {
        self.id.get_value()
    }

    /// What blocks the draft itself; tracks.
    pub(super) fn blocked(self) -> Vec<Problem> {
        let mut own = self.own.get();
        own.retain(|it| it.severity == Severity::Blocks);
        own
    }

    /// The town halls that can't be made like that; tracks.
    pub(super) fn blocked_days(self) -> usize {
        let plan = self.plan.read();
        plan.iter()
            .filter(|it| it.checked.request.is_none())
            .count()
    }
}

/// The days of the series that are among my events.
fn made(id: &SeriesId) -> Memo<Vec<WallTime>> {
    let (list, id) = (EventList::expect(), id.clone());
    list.ensure(STALE);
    Memo::new(move |_| {
        let events = list.known().events.unwrap_or_default();
        let ties = events
            .iter()
            .filter_map(|mine| SeriesTie::of_event(&mine.event));
        let own = ties.filter(|tie| tie.series == id);
        own.filter_map(|tie| tie.original).collect()
    })
}

/// Times are looked at day by day.
fn is_of_times(field: Field) -> bool {
    matches!(
        field,
        Field::StartDate | Field::StartTime | Field::EndDate | Field::EndTime
    )
}
