//! Reading the attendance of several events, one after another.

use crate::attendance::state::Attendance;
use crate::browser::timer;
use leptos::prelude::*;
use planning::attendance::{Comparison, Held, Roll, Rules, Schedule, Sitting, of_the_event};
use planning::series::Member;
use std::rc::Rc;
use virtual_events::{Error, UtcInstant};

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Work {
    Not,
    /// So many events are read.
    Running(usize),
    Done,
}

/// Why an event isn't compared.
#[derive(Clone)]
pub(super) enum Missing {
    NoReport,
    Failed(Rc<Error>),
}

/// What came of it.
#[derive(Clone, Default)]
pub(super) struct Outcome {
    pub(super) comparison: Comparison,
    /// Events that aren't compared, by their starts.
    pub(super) missing: Vec<(Option<UtcInstant>, Missing)>,
}

/// The reading of a series.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) state: Attendance,
    pub(super) work: RwSignal<Work>,
    pub(super) outcome: RwSignal<Rc<Outcome>, LocalStorage>,
}

impl Reading {
    pub(super) fn new(state: Attendance) -> Self {
        Self {
            state,
            work: RwSignal::new(Work::Not),
            outcome: RwSignal::new_local(Rc::default()),
        }
    }

    /// Reads all of them, unless that is under way.
    pub(super) fn start(self, past: Vec<Member>) {
        if matches!(self.work.get_untracked(), Work::Running(_)) {
            return;
        }
        self.work.set(Work::Running(0));
        leptos::task::spawn_local(async move {
            let mut rolls = Vec::new();
            let mut missing = Vec::new();
            for (done, member) in past.iter().enumerate() {
                // the page may be left by now
                if self.work.try_set(Work::Running(done)).is_some() {
                    return;
                }
                match self.read(member).await {
                    Ok(Some(roll)) => rolls.push((member, roll)),
                    Ok(None) => missing.push((member.start, Missing::NoReport)),
                    Err(error) => missing.push((member.start, Missing::Failed(Rc::new(error)))),
                }
            }
            let held: Vec<Held<'_>> = rolls
                .iter()
                .map(|(member, roll)| held(member, roll))
                .collect();
            let comparison = Comparison::of(&held, &Rules::default());
            let outcome = Outcome {
                comparison,
                missing,
            };
            let _ = self.outcome.try_set(Rc::new(outcome));
            let _ = self.work.try_set(Work::Done);
        });
    }

    /// Who came to one of them; `None` when there is no report.
    async fn read(self, member: &Member) -> Result<Option<Roll>, Error> {
        let (Some(graph), event) = (
            self.work
                .try_get_untracked()
                .map(|_| self.state.event.workspace.graph()),
            &member.mine.event,
        ) else {
            return Ok(None);
        };
        let events = graph.events(event.kind);
        let sessions = events.sessions(&event.id).list().next_page().await?;
        let session = sessions.and_then(|page| page.items.into_iter().next());
        let Some(session) = session else {
            return Ok(None);
        };
        let calls = events.attendance_reports(&event.id, &session.id);
        let reports = calls.list(&[]).all().await.complete()?;
        let schedule = Schedule {
            start: member.start,
            end: member.end,
        };
        let mut sittings = Vec::new();
        for at in of_the_event(&reports, &schedule) {
            let report = &reports[at];
            let records = calls.records(&report.id, &[]).all().await.complete()?;
            sittings.push(Sitting::new(report.clone(), records));
            if self.work.try_get_untracked().is_none() {
                return Ok(None);
            }
        }
        let some = !sittings.is_empty();
        Ok(some.then(|| Roll::of(&sittings, &schedule, timer::now())))
    }
}

fn held<'a>(member: &'a Member, roll: &'a Roll) -> Held<'a> {
    let title = member.mine.event.display_name.as_deref();
    Held {
        title: title.unwrap_or_default(),
        start: member.start,
        roll,
    }
}
