//! What the page knows: the reports there are, which of them are looked at, what was read of them.

use super::analysis::Analysis;
use super::picker::Choice;
use super::reading::Reading;
use crate::router::Router;
use crate::townhall::EventState;
use leptos::prelude::*;
use planning::Phase;
use planning::attendance::Schedule;
use planning::zones::EventTime;
use std::rc::Rc;
use virtual_events::{AttendanceReport, AttendanceReports, Error, SessionId, VirtualEvent};

/// Whether people are shown by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamesAre {
    Shown,
    Hidden,
}

/// The reports there are.
#[derive(Clone)]
pub(super) enum Reports {
    UnderWay,
    There(Rc<Vec<AttendanceReport>>),
    Failed(Rc<Error>),
}

/// Which of its shapes the page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Loading,
    Draft,
    Cancelled,
    NotYours,
    NotOver,
    NoSession,
    /// The session couldn't be read.
    NoLinks,
    /// The reports couldn't be read.
    Failed,
    NoReports,
    /// The address names a report that there isn't.
    Gone,
    There,
}

/// The attendance of one event.
#[derive(Clone, Copy)]
pub(super) struct Attendance {
    pub(super) event: EventState,
    pub(super) names: RwSignal<NamesAre>,
    /// Whether somebody wants to see reports from before the end.
    pub(super) anyway: RwSignal<bool>,
    pub(super) reading: Reading,
    pub(super) choice: Memo<Choice>,
    reports: RwSignal<Reports, LocalStorage>,
    pub(super) router: Router,
}

impl Attendance {
    /// Reads the reports as soon as it is known that there may be some.
    pub(super) fn open(event: EventState) -> Self {
        let router = Router::expect();
        let reports = RwSignal::new_local(Reports::UnderWay);
        let choice = Memo::new(move |_| {
            let [report] = router.query(["report"]);
            Choice::named(&report)
        });
        let state = Self {
            event,
            names: RwSignal::new(NamesAre::Shown),
            anyway: RwSignal::new(false),
            reading: Reading::new(),
            choice,
            reports,
            router,
        };
        let session = Memo::new(move |_| state.session().filter(|_| state.may_look()));
        Effect::new(move |_| {
            if session.get().is_some() {
                state.list();
            }
        });
        // a notification tells of a report: what is shown already stays
        Effect::new(move |_| {
            let none_yet = |it: &Reports| matches!(it, Reports::There(all) if all.is_empty());
            if state.event.is_touched() && state.reports.with_untracked(none_yet) {
                state.list();
            }
        });
        let chosen = Memo::new(move |_| state.chosen());
        Effect::new(move |_| {
            let chosen = chosen.get();
            if let Reports::There(reports) = state.reports.get() {
                untrack(|| state.reading.show(state, &reports, &chosen));
            }
        });
        state
    }

    /// Which shape the page has; tracks.
    pub(super) fn shape(self) -> Shape {
        let Some(event) = self.event.event() else {
            return Shape::Loading;
        };
        match self.event.phase(&event) {
            Phase::Draft => return Shape::Draft,
            Phase::Cancelled => return Shape::Cancelled,
            _ if self.event.role(&event).is_none() => return Shape::NotYours,
            Phase::Upcoming | Phase::OnNow if !self.anyway.get() => return Shape::NotOver,
            _ => {}
        }
        let Some(links) = self.event.links() else {
            return Shape::Loading;
        };
        if links.session.is_none() {
            return match links.problem {
                Some(_) => Shape::NoLinks,
                None => Shape::NoSession,
            };
        }
        match self.reports.get() {
            Reports::UnderWay => Shape::Loading,
            Reports::Failed(_) => Shape::Failed,
            Reports::There(reports) if reports.is_empty() => Shape::NoReports,
            Reports::There(_) if self.chosen().is_empty() => Shape::Gone,
            Reports::There(_) => Shape::There,
        }
    }

    fn may_look(self) -> bool {
        let Some(event) = self.event.event() else {
            return false;
        };
        let open = match self.event.phase(&event) {
            Phase::Draft | Phase::Cancelled => false,
            Phase::Upcoming | Phase::OnNow => self.anyway.get(),
            Phase::Ended | Phase::Unknown => true,
        };
        open && self.event.role(&event).is_some()
    }

    fn session(self) -> Option<SessionId> {
        let links = self.event.links()?;
        Some(links.session.as_ref()?.id.clone())
    }

    /// The reports, once listed; tracks.
    pub(super) fn reports(self) -> Rc<Vec<AttendanceReport>> {
        match self.reports.get() {
            Reports::There(reports) => reports,
            Reports::UnderWay | Reports::Failed(_) => Rc::default(),
        }
    }

    /// Why the reports couldn't be listed; tracks.
    pub(super) fn problem(self) -> Option<Rc<Error>> {
        match self.reports.get() {
            Reports::Failed(error) => Some(error),
            Reports::UnderWay | Reports::There(_) => None,
        }
    }

    /// Places of the reports that are looked at; tracks.
    pub(super) fn chosen(self) -> Vec<usize> {
        let schedule = self.schedule();
        self.choice.get().among(&self.reports(), &schedule)
    }

    /// What has been made of the records so far; tracks.
    pub(super) fn analysis(self) -> Option<Rc<Analysis>> {
        self.reading.analysis.get()
    }

    /// When the event was planned to be; tracks.
    pub(super) fn schedule(self) -> Schedule {
        let event = self.event.event();
        event.map_or_else(Schedule::default, |event| self.schedule_of(&event))
    }

    /// When an event was planned to be.
    pub(super) fn schedule_of(self, event: &VirtualEvent) -> Schedule {
        let instant = |time: Option<EventTime>| time.and_then(|it| it.instant);
        let (start, end) = self.event.times(event);
        Schedule {
            start: instant(start),
            end: instant(end),
        }
    }

    /// The calls on the event's reports; nothing without a session. Doesn't track.
    pub(super) fn calls(self) -> Option<AttendanceReports> {
        let session = untrack(|| self.session())?;
        let graph = self.event.workspace.graph();
        let events = graph.events(self.event.kind);
        Some(events.attendance_reports(&self.event.id(), &session))
    }

    /// Lists the reports.
    pub(super) fn list(self) {
        let Some(calls) = self.calls() else { return };
        self.reports.set(Reports::UnderWay);
        leptos::task::spawn_local(async move {
            let reports = match calls.list(&[]).all().await.complete() {
                Ok(reports) => Reports::There(Rc::new(reports)),
                Err(error) => Reports::Failed(Rc::new(error)),
            };
            // the page may be left by now
            let _ = self.reports.try_set(reports);
        });
    }
}
