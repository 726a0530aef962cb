//! What has to be known beside the list of events, read once for all tabs of this browser.
//!
//! It lives as long as somebody is signed in, whichever page is shown: the tab that holds the lock
//! reads what is due and tells the others (`planning::live::Watch` says what is due).

mod conflicts;
mod lead;
mod read;
mod talk;

use crate::browser::storage::{self, Keep};
use crate::browser::{page, timer};
use crate::event::{Clock, EventList};
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::board::Board;
use planning::conflict::Conflicts;
use planning::live::{Due, Interest, Message, Read, ReportAccess, Seen, Spent, Watch};
use planning::notify::{Entry, Happened, Part};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;
use virtual_events::{EventId, EventKind, UtcInstant};

thread_local! {
    static WATCHING: Cell<Option<Watching>> = const { Cell::new(None) };
}

/// The rows of my events, compared by identity.
#[derive(Debug, Clone)]
pub(crate) struct Rows(pub(crate) Arc<Board>);

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The watch of the account that is signed in.
#[derive(Clone, Copy)]
pub(crate) struct Watching {
    workspace: Workspace,
    pub(crate) clock: Clock,
    pub(crate) list: EventList,
    /// My events as rows, once read.
    pub(crate) rows: Memo<Option<Rows>>,
    /// What is known of some of them.
    pub(crate) seen: RwSignal<BTreeMap<EventId, Seen>>,
    /// What was asked of the service.
    pub(crate) spent: RwSignal<Spent>,
    /// Whether this tab reads for all.
    pub(crate) leads: RwSignal<bool>,
    /// What is read next, and when.
    pub(crate) due: RwSignal<Option<Due>>,
    /// What can't be at the same time, as far as it is known.
    pub(crate) conflicts: Memo<Conflicts>,
    /// Events whose presenters are wanted though they aren't on soon.
    wanted: RwSignal<Vec<(EventKind, EventId)>>,
    /// Whether a live list is open in any tab.
    interest: RwSignal<Interest>,
    /// How many places show conflicts.
    heeds: RwSignal<usize>,
    reports: RwSignal<ReportAccess>,
    busy: RwSignal<bool>,
    /// When `due` has to be worked out anew although nothing changed.
    stale_at: StoredValue<Option<UtcInstant>>,
    talk: StoredValue<Option<talk::Talk>, LocalStorage>,
    spread: f64,
}

/// The watch of this tab; begins with the first that asks.
pub(crate) fn watching(workspace: Workspace) -> Watching {
    // of somebody who signed out it is gone with the frame
    let running = WATCHING.get().filter(|watching| watching.list.is_there());
    running.unwrap_or_else(|| {
        let watching = workspace.lasting(|| Watching::begin(workspace));
        WATCHING.set(Some(watching));
        watching
    })
}

/// Where this browser stands among all; the same in its tabs, or each tab that begins to read would
/// find the marks at other moments and read once more.
fn spread() -> f64 {
    const KEPT: &str = "watch.spread";
    let kept = storage::read(Keep::Browser, KEPT).and_then(|text| text.parse().ok());
    kept.unwrap_or_else(|| {
        let spread = timer::random();
        // kept nowhere, a tab reads once more now and then
        let _ = storage::write(Keep::Browser, KEPT, &spread.to_string());
        spread
    })
}

impl Watching {
    fn begin(workspace: Workspace) -> Self {
        let (clock, list) = (Clock::expect(), EventList::expect());
        let rules = workspace.rules();
        let rules = StoredValue::new_local(rules);
        let rows = Memo::new(move |_| {
            let events = list.known().events?;
            Some(Rows(Arc::new(Board::new(&events, &*rules.get_value()))))
        });
        let seen = RwSignal::new(BTreeMap::new());
        let watching = Self {
            workspace,
            clock,
            list,
            rows,
            seen,
            conflicts: conflicts::among(clock, rows, seen),
            spent: RwSignal::new(Spent::default()),
            leads: RwSignal::new(false),
            due: RwSignal::new(None),
            wanted: RwSignal::new(Vec::new()),
            interest: RwSignal::new(Interest::EventsOnly),
            heeds: RwSignal::new(0),
            reports: RwSignal::new(ReportAccess::Granted),
            busy: RwSignal::new(false),
            stale_at: StoredValue::new(None),
            talk: StoredValue::new_local(None),
            spread: spread(),
        };
        lead::follow_visibility(watching);
        watching.talk.set_value(Some(talk::Talk::open(watching)));
        conflicts::want_presenters(watching);
        watching.plan_when_something_changes();
        watching.step_with_the_clock();
        watching
    }

    /// Reads what a live list shows from now on, whichever tab reads.
    pub(crate) fn list_is_open(self) {
        if self.interest.get_untracked() == Interest::EventsOnly {
            self.interest.set(Interest::Sessions);
            self.say(&Message::Listed);
        }
    }

    /// Reads what a notification tells of a session, for all tabs, whichever one reads otherwise.
    pub(crate) fn heed(self, entry: &Entry) {
        let Happened::Changed { subject, .. } = &entry.meaning.happened else {
            return;
        };
        if let (Part::Call(join), Some(call)) = (&subject.part, entry.meaning.call) {
            read::heard(self, join.as_str(), call, entry.at);
            return;
        }
        let Some(id) = subject.event.clone() else {
            return;
        };
        let known = self.list.find(&id).map(|mine| mine.event.kind);
        let Some(kind) = subject.kind.or(known) else {
            return;
        };
        match subject.part {
            Part::Session(_) => read::carry_out(self, Read::Sessions(kind, id)),
            Part::AttendanceReport { .. } => read::carry_out(self, Read::Reports(kind, id)),
            Part::Recording(_) => read::carry_out(self, Read::Recording(kind, id)),
            _ => {}
        }
    }

    /// Finds out who is booked twice, as long as the caller's owner lives.
    pub(crate) fn heed_conflicts(self) {
        self.heeds.update(|heeds| *heeds += 1);
        let heeds = self.heeds;
        on_cleanup(move || {
            let _ = heeds.try_update(|heeds| *heeds = heeds.saturating_sub(1));
        });
    }

    /// The facts of one event; tracks.
    pub(crate) fn of(self, id: &EventId) -> Option<Seen> {
        self.seen.with(|seen| seen.get(id).cloned())
    }

    fn plan_when_something_changes(self) {
        Effect::new(move |_| {
            self.rows.track();
            self.seen.track();
            self.wanted.track();
            self.interest.track();
            self.reports.track();
            self.plan(timer::now());
        });
    }

    /// Works out what is due next.
    fn plan(self, now: UtcInstant) {
        let rows = self.rows.get_untracked();
        let read_at = self.list.known_untracked().read_at;
        let due = rows.zip(read_at).map(|(rows, read_at)| {
            let wanted = self.wanted.read_untracked();
            let watch = Watch {
                rows: rows.0.rows(),
                read_at,
                seen: &self.seen.read_untracked(),
                interest: self.interest.get_untracked(),
                reports: self.reports.get_untracked(),
                wanted: &wanted,
                spread: self.spread,
            };
            watch.next(now)
        });
        // an event comes near, or a day is over, without anything being read
        const AT_LEAST_EVERY: std::time::Duration = std::time::Duration::from_secs(60);
        self.stale_at.set_value(Some(now.after(AT_LEAST_EVERY)));
        if self.due.read_untracked() != due {
            self.due.set(due);
        }
    }

    /// The clock's ticks ask whether it is time: unlike one long timer they survive a sleeping
    /// laptop.
    fn step_with_the_clock(self) {
        Effect::new(move |_| {
            let now = self.clock.now();
            if self.stale_at.get_value().is_some_and(|at| at <= now) {
                self.plan(now);
            }
            let leads = self.leads.get() && !page::hidden();
            if !leads || self.busy.get_untracked() {
                return;
            }
            let free = self.spent.read_untracked().free_from(now);
            let due = self.due.get_untracked().filter(|due| due.at <= now);
            if let Some(due) = due
                && free <= now
            {
                read::carry_out(self, due.read);
            }
        });
    }

    /// Says something to the other tabs.
    fn say(self, message: &Message) {
        self.talk.with_value(|talk| {
            if let Some(talk) = talk {
                talk.say(message);
            }
        });
    }
}
