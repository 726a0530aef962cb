//! Reading records page by page: shown as they come, stopped and taken up at will, ended with the
//! page.

use super::analysis::Analysis;
use super::sheets::{Sheet, Sheets};
use super::state::Attendance;
use crate::browser::marks;
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use planning::attendance::Schedule;
use std::rc::Rc;
use virtual_events::{
    AttendanceReport, AttendanceReports, Error, ODataOption, RecordPage, RecordWalk,
};

/// What the browser's record of times calls the work on a page of records.
const MEASURE: &str = "attendance:read";

/// Pages as large as Graph makes them: fewer round trips.
const OPTIONS: [ODataOption; 1] = [ODataOption::Top(1_000)];

/// How the reading stands.
#[derive(Clone)]
pub(super) enum Pace {
    Running,
    /// Somebody stopped it.
    Stopped,
    /// A page didn't come.
    Failed(Rc<Error>),
    /// All is there.
    Done,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Progress {
    /// Records that have come.
    pub(super) done: usize,
    /// Records there are, by what the reports say.
    pub(super) about: Option<usize>,
}

/// The reading of the reports that are looked at.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    sheets: StoredValue<Sheets, LocalStorage>,
    wanted: StoredValue<Vec<usize>>,
    schedule: StoredValue<Schedule>,
    pub(super) pace: RwSignal<Pace, LocalStorage>,
    pub(super) progress: RwSignal<Progress>,
    pub(super) analysis: RwSignal<Option<Rc<Analysis>>, LocalStorage>,
    /// Whether a task is at work.
    at_work: StoredValue<bool>,
    /// At how many records the figures are made anew.
    due: StoredValue<usize>,
    /// Ends the work.
    end: StoredValue<Option<AbortHandle>>,
}

impl Reading {
    /// Nothing is read yet.
    pub(super) fn new() -> Self {
        let end = StoredValue::new(None::<AbortHandle>);
        on_cleanup(move || {
            if let Some(handle) = end.try_update_value(Option::take).flatten() {
                handle.abort();
            }
        });
        Self {
            sheets: StoredValue::new_local(Sheets::default()),
            wanted: StoredValue::new(Vec::new()),
            schedule: StoredValue::new(Schedule::default()),
            pace: RwSignal::new_local(Pace::Running),
            progress: RwSignal::new(Progress::default()),
            analysis: RwSignal::new_local(None),
            at_work: StoredValue::new(false),
            due: StoredValue::new(0),
            end,
        }
    }

    /// Shows the reports at those places, and reads what hasn't come of them.
    pub(super) fn show(self, state: Attendance, reports: &[AttendanceReport], chosen: &[usize]) {
        let Some(calls) = state.calls() else { return };
        self.sheets
            .update_value(|sheets| sheets.know(reports, &calls));
        self.wanted.set_value(chosen.to_vec());
        self.schedule.set_value(state.schedule());
        self.analysis.set(None);
        self.tell();
        let some = self.progress.get_untracked().done > 0;
        let whole = self.unread().is_none();
        self.due.set_value(0);
        if whole || some {
            self.compute();
        }
        self.go_on();
    }

    /// Reads on.
    pub(super) fn go_on(self) {
        if self.unread().is_none() {
            self.pace.set(Pace::Done);
            return;
        }
        self.pace.set(Pace::Running);
        if self.at_work.get_value() {
            return;
        }
        self.at_work.set_value(true);
        let (work, handle) = abortable(self.work());
        self.end.set_value(Some(handle));
        leptos::task::spawn_local(async move {
            // given up with the page: then nobody waits for it
            let _ = work.await;
        });
    }

    /// Reads no further. A page under way still comes in.
    pub(super) fn stop(self) {
        self.pace.set(Pace::Stopped);
        self.compute();
    }

    fn unread(self) -> Option<usize> {
        let wanted = self.wanted.get_value();
        self.sheets.with_value(|sheets| sheets.unread(&wanted))
    }

    /// One page after another, as long as more is wanted.
    async fn work(self) {
        loop {
            let running = self
                .pace
                .try_with_untracked(|it| matches!(it, Pace::Running));
            let Some(at) = running.filter(|it| *it).and_then(|_| self.unread()) else {
                break;
            };
            let taken = self.sheets.try_update_value(|sheets| sheets.take_walk(at));
            let Some(mut walk) = taken.flatten() else {
                break;
            };
            let page = next_page(&mut walk).await;
            let outcome = self.sheets.try_update_value(|sheets| {
                let sheet = sheets.0.get_mut(at)?;
                let failed = match page {
                    Ok(page) => {
                        sheet.sitting.misread += page.misread.records;
                        sheet.sitting.records.extend(page.records);
                        sheet.whole = walk.is_over();
                        None
                    }
                    Err(error) => Some(error),
                };
                sheet.walk = Some(walk);
                failed
            });
            // the page may be left by now
            let Some(failed) = outcome else { return };
            if let Some(error) = failed {
                if matches!(self.pace.try_get_untracked(), Some(Pace::Running)) {
                    self.pace.set(Pace::Failed(Rc::new(error)));
                    self.compute();
                }
                break;
            }
            self.tell();
            self.compute_if_due();
        }
        self.at_work.try_set_value(false);
        let done = self
            .pace
            .try_with_untracked(|it| matches!(it, Pace::Running))
            == Some(true);
        if done && self.unread().is_none() {
            self.pace.set(Pace::Done);
        }
    }

    fn tell(self) {
        let Some(wanted) = self.wanted.try_get_value() else {
            return;
        };
        let progress = self.sheets.try_with_value(|sheets| Progress {
            done: sheets.read(&wanted),
            about: sheets.about(&wanted),
        });
        if let Some(progress) = progress {
            self.progress.set(progress);
        }
    }

    /// Figures are made after the first page, then whenever there are eight times as many records,
    /// and at the end: in all not much more work than making them once.
    fn compute_if_due(self) {
        let (Some(due), Some(progress)) =
            (self.due.try_get_value(), self.progress.try_get_untracked())
        else {
            return;
        };
        if progress.done >= due || self.unread().is_none() {
            self.due.set_value(progress.done * 8 + 1);
            self.compute();
        }
    }

    /// Makes the figures of what is there.
    fn compute(self) {
        let (wanted, schedule) = (self.wanted.get_value(), self.schedule.get_value());
        let analysis = self.sheets.try_update_value(|sheets| {
            sheets.lend(&wanted, |sittings| Analysis::of(sittings, &schedule))
        });
        if let Some(analysis) = analysis {
            self.analysis.set(Some(Rc::new(analysis)));
        }
    }
}

impl Sheets {
    /// Lends out where the reading of a report goes on.
    fn take_walk(&mut self, at: usize) -> Option<RecordWalk> {
        self.0.get_mut(at)?.walk.take()
    }

    /// Has a sheet for each of the reports; those there are already stay as they are.
    fn know(&mut self, reports: &[AttendanceReport], calls: &AttendanceReports) {
        let mut known = std::mem::take(&mut self.0);
        self.0.extend(reports.iter().map(|report| {
            let same = |sheet: &Sheet| sheet.sitting.report.id == report.id;
            match known.iter().position(same) {
                Some(at) => known.swap_remove(at),
                None => Sheet::new(report.clone(), calls.records(&report.id, &OPTIONS)),
            }
        }));
    }
}

/// Fetches a page and reads it; none is left when there was nothing more.
async fn next_page(walk: &mut RecordWalk) -> Result<RecordPage, Error> {
    match walk.fetch().await? {
        Some(fetched) => marks::measured(MEASURE, || walk.read(&fetched)),
        None => Ok(RecordPage::default()),
    }
}
