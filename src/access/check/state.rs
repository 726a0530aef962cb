//! What was tried, and what came of it.

use crate::browser::runtime::BrowserRuntime;
use crate::event::EventList;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::access::{Check, Finding, Grant, SCOPES, Sample};
use std::rc::Rc;
use std::time::Duration;
use virtual_events::{Error, EventId, EventStatus, MyEvent, RawAnswer, Runtime};

/// How old the list of events may be when the page opens, in seconds.
const STALE: u64 = 300;

/// Events offered to try with.
const OFFERED: usize = 50;

/// How a check stands.
#[derive(Clone)]
pub(super) enum Tried {
    Not,
    Now,
    /// There is no event to try it with.
    NoEvent,
    /// The event has no session.
    NoSession,
    Done(Rc<Outcome>),
}

/// What came of a check.
pub(super) struct Outcome {
    /// The address, below the service's origin; `None` if it wasn't asked for.
    pub(super) path: Option<String>,
    pub(super) answer: Result<RawAnswer, Error>,
    pub(super) finding: Finding,
}

/// How many checks there are.
pub(super) const COUNT: usize = Check::ALL.len();

/// The page's state.
#[derive(Clone, Copy)]
pub(super) struct Access {
    pub(super) workspace: Workspace,
    list: EventList,
    /// In the order of [`Check::ALL`].
    pub(super) tried: [RwSignal<Tried, LocalStorage>; COUNT],
    /// In the order of [`SCOPES`].
    pub(super) grants: RwSignal<[Option<Grant>; SCOPES.len()]>,
    /// The event that somebody chose to try with.
    chosen: RwSignal<Option<Sample>>,
    pub(super) running: RwSignal<bool>,
    /// Whether the last run was ended before its time.
    pub(super) stopped: RwSignal<bool>,
    /// Counts the runs: one that was stopped finds another number.
    turn: StoredValue<u32>,
}

impl Access {
    pub(super) fn new() -> Self {
        let list = EventList::expect();
        list.ensure(STALE);
        Self {
            workspace: Workspace::expect(),
            list,
            tried: std::array::from_fn(|_| RwSignal::new_local(Tried::Not)),
            grants: RwSignal::default(),
            chosen: RwSignal::new(None),
            running: RwSignal::new(false),
            stopped: RwSignal::new(false),
            turn: StoredValue::new(0),
        }
    }

    /// The events that can be tried with, those that have a session first; `None` while they
    /// aren't known. Tracks.
    pub(super) fn events(self) -> Option<Vec<MyEvent>> {
        let events = self.list.known().events?;
        let published = |it: &&MyEvent| it.event.status == Some(EventStatus::Published);
        let (with, without): (Vec<_>, Vec<_>) = events.iter().partition(published);
        let all = with.into_iter().chain(without);
        Some(all.take(OFFERED).cloned().collect())
    }

    /// Chooses one of those offered.
    pub(super) fn choose(self, id: &EventId) {
        let events = untrack(|| self.events()).unwrap_or_default();
        let event = events.iter().find(|it| it.event.id == *id);
        self.chosen.set(event.map(sample));
    }

    /// Whether somebody has chosen that event; tracks.
    pub(super) fn is_chosen(self, id: &EventId) -> bool {
        let chosen = self.chosen.read();
        chosen.as_ref().is_some_and(|it| it.event == *id)
    }

    fn sample(self) -> Option<Sample> {
        let chosen = self.chosen.try_get_untracked()?;
        chosen.or_else(|| untrack(|| self.events())?.first().map(sample))
    }

    /// The same, once the list of events that is being read has come.
    async fn awaited_sample(self) -> Option<Sample> {
        const LOOKS: u32 = 60;
        const BETWEEN: Duration = Duration::from_millis(250);
        for _ in 0..LOOKS {
            // the page may be left by now
            self.turn.try_get_value()?;
            let sample = self.sample();
            if sample.is_some() || !untrack(|| self.list.reading()) {
                return sample;
            }
            BrowserRuntime.sleep(BETWEEN).await;
        }
        None
    }

    /// Makes all checks, one after the other.
    pub(super) fn check_all(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let turn = self.turn.get_value();
        self.running.set(true);
        self.stopped.set(false);
        for tried in self.tried {
            tried.set(Tried::Not);
        }
        leptos::task::spawn_local(async move {
            self.ask_grants(turn).await;
            for place in 0..COUNT {
                if self.is_over(turn) {
                    return;
                }
                self.make(place).await;
            }
            if !self.is_over(turn) {
                let _ = self.running.try_set(false);
            }
        });
    }

    /// Ends the run under way.
    pub(super) fn stop(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.running.set(false);
        self.stopped.set(true);
    }

    /// Makes one check.
    pub(super) fn check_one(self, place: usize) {
        let busy = self.tried.get(place).copied();
        if busy.is_some_and(|it| matches!(*it.read_untracked(), Tried::Now)) {
            return;
        }
        leptos::task::spawn_local(self.make(place));
    }

    /// Whether another run has begun since, or the page is gone.
    fn is_over(self, turn: u32) -> bool {
        self.turn.try_get_value() != Some(turn)
    }

    async fn ask_grants(self, turn: u32) {
        let graph = self.workspace.graph();
        for (place, scope) in SCOPES.into_iter().enumerate() {
            if self.is_over(turn) {
                return;
            }
            let grant = Grant::of(&graph.has_scope(scope).await);
            let _ = self.grants.try_update(|grants| {
                if let Some(known) = grants.get_mut(place) {
                    *known = Some(grant);
                }
            });
        }
    }

    /// What is known of a check without an event: where none could be listed, the same stands in
    /// the way of reading one.
    fn without_event(self, check: Check) -> Tried {
        let gone = self.turn.try_get_value().is_none();
        let known = (!gone).then(|| self.list.known_untracked());
        let Some(error) = known.and_then(|it| it.error) else {
            return Tried::NoEvent;
        };
        let answer = Err(Error::clone(&error));
        Tried::Done(Rc::new(Outcome {
            path: None,
            finding: Finding::of(check, &answer),
            answer,
        }))
    }

    async fn make(self, place: usize) {
        let (Some(check), Some(tried)) = (Check::ALL.get(place), self.tried.get(place)) else {
            return;
        };
        if tried.try_set(Tried::Now).is_some() {
            return;
        }
        let (graph, person) = (self.workspace.graph(), self.workspace.person());
        let mut sample = None;
        if check.needs_event() {
            sample = self.awaited_sample().await;
            if sample.is_none() {
                let _ = tried.try_set(self.without_event(*check));
                return;
            }
        }
        if *check == Check::Attendance
            && let Some(sample) = &mut sample
        {
            sample.session = session(&graph, sample).await;
        }
        let me = person.user_id();
        let Some(probe) = check.probe(&graph, &me, &person.name, sample.as_ref()) else {
            let _ = tried.try_set(Tried::NoSession);
            return;
        };
        let path = probe.path().unwrap_or_default().to_owned();
        let answer = graph.probe(&probe).await;
        let outcome = Outcome {
            path: Some(["/v1.0", &path].concat()),
            finding: Finding::of(*check, &answer),
            answer,
        };
        // the page may be left by now
        let _ = tried.try_set(Tried::Done(Rc::new(outcome)));
    }
}

fn sample(mine: &MyEvent) -> Sample {
    Sample {
        kind: mine.event.kind,
        event: mine.event.id.clone(),
        session: None,
    }
}

/// The event's session; what can't be read is as good as none.
async fn session(
    graph: &virtual_events::GraphClient,
    sample: &Sample,
) -> Option<virtual_events::SessionId> {
    let events = graph.events(sample.kind);
    let page = events.sessions(&sample.event).list().next_page().await;
    let first = page.ok()??.items.into_iter().next()?;
    Some(first.id)
}
