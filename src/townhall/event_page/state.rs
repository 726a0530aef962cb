//! What the event's page knows, and the calls that change it.

use crate::event::{Clock, EventList};
use crate::history;
use crate::shell::Workspace;
use crate::townhall::handover::take_unpublished;
use futures_util::future::join;
use leptos::prelude::*;
use planning::history::Deed;
use planning::role::{Permissions, my_role};
use planning::zones::EventTime;
use planning::{Phase, role};
use std::rc::Rc;
use virtual_events::{
    Error, EventId, EventKind, EventStatus, RegistrationConfiguration, Role, Session, VirtualEvent,
};

/// Addresses that belong to an event.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    /// The one session, once published.
    pub(crate) session: Option<Session>,
    /// Where attendees register.
    pub(crate) registration: Option<RegistrationConfiguration>,
    /// Why the session couldn't be read.
    pub(crate) problem: Option<Rc<Error>>,
}

/// The event and what can be done with it.
#[derive(Clone, Copy)]
pub(crate) struct EventState {
    pub(crate) kind: EventKind,
    id: StoredValue<EventId>,
    event: RwSignal<Option<Rc<VirtualEvent>>, LocalStorage>,
    links: RwSignal<Option<Rc<Links>>, LocalStorage>,
    problem: RwSignal<Option<Rc<Error>>, LocalStorage>,
    unpublished: RwSignal<Option<Rc<Error>>, LocalStorage>,
    pub(crate) workspace: Workspace,
    list: EventList,
    pub(crate) clock: Clock,
    /// Whether the question before publishing is open.
    pub(crate) asks_publish: RwSignal<bool>,
    /// Whether the question before cancelling is open.
    pub(crate) asks_cancel: RwSignal<bool>,
}

impl EventState {
    /// Shows what the list knows at once, and reads the rest.
    pub(crate) fn open(kind: EventKind, id: EventId) -> Self {
        let list = EventList::expect();
        let known = list.find(&id).map(|mine| Rc::new(mine.event));
        let unpublished = take_unpublished(&id);
        let state = Self {
            kind,
            id: StoredValue::new(id),
            event: RwSignal::new_local(known),
            links: RwSignal::new_local(None),
            problem: RwSignal::new_local(None),
            unpublished: RwSignal::new_local(unpublished),
            workspace: Workspace::expect(),
            list,
            clock: Clock::expect(),
            asks_publish: RwSignal::new(false),
            asks_cancel: RwSignal::new(false),
        };
        state.refresh();
        // what was changed elsewhere, by taking a change back for one
        Effect::new(move |_| {
            if let Some(newer) = list.replaced(&state.id())
                && state.event.get_untracked().is_some_and(|own| *own != newer)
            {
                state.event.set(Some(Rc::new(newer)));
            }
        });
        Effect::new(move |_| {
            if state.is_touched() && state.links.with_untracked(Option::is_some) {
                leptos::task::spawn_local(state.read_links(state.id()));
            }
        });
        state
    }

    /// Whether something beside the event itself changed last, such as its session; tracks.
    pub(crate) fn is_touched(self) -> bool {
        self.list.is_touched(&self.id())
    }

    /// The event; tracks.
    pub(crate) fn event(self) -> Option<Rc<VirtualEvent>> {
        self.event.get()
    }

    /// Its addresses, once read; tracks.
    pub(crate) fn links(self) -> Option<Rc<Links>> {
        self.links.get()
    }

    /// Where people register, if they have to before they can attend; tracks.
    pub(crate) fn must_register_at(self) -> Option<String> {
        let required = self.event()?.is_registration_required == Some(true);
        let links = self.links()?;
        let portal = links.registration.as_ref()?.registration_web_url.clone();
        portal.filter(|_| required)
    }

    /// Why the event couldn't be read; tracks.
    pub(crate) fn problem(self) -> Option<Rc<Error>> {
        self.problem.get()
    }

    /// Why the form that saved the event couldn't publish it; tracks.
    pub(crate) fn unpublished(self) -> Option<Rc<Error>> {
        self.unpublished.get()
    }

    /// The ids of those of my events that are as wanted, as far as they are known; tracks.
    pub(crate) fn others(self, wanted: impl Fn(&VirtualEvent) -> bool) -> Vec<EventId> {
        let known = self.list.known().events.unwrap_or_default();
        let events = known.iter().map(|mine| &mine.event);
        events
            .filter(|event| wanted(event))
            .map(|event| event.id.clone())
            .collect()
    }

    /// The event's id.
    pub(crate) fn id(self) -> EventId {
        self.id.get_value()
    }

    /// Reads event, session and registration; nothing when the page was left.
    pub(crate) fn refresh(self) {
        let Some(id) = self.id.try_get_value() else {
            return;
        };
        self.problem.set(None);
        let graph = self.workspace.graph();
        leptos::task::spawn_local(async move {
            let event = match graph.events(self.kind).get(&id).await {
                Ok(event) => event,
                Err(error) => {
                    let _ = self.problem.try_set(Some(Rc::new(error)));
                    return;
                }
            };
            let published = event.status == Some(EventStatus::Published);
            self.take(event);
            if published {
                self.read_links(id).await;
            } else {
                let _ = self.links.try_set(Some(Rc::default()));
            }
        });
    }

    async fn read_links(self, id: EventId) {
        let graph = self.workspace.graph();
        let events = graph.events(self.kind);
        let sessions = events.sessions(&id);
        let configuration = events.registration_configuration(&id);
        let mut listing = sessions.list();
        let first = listing.next_page();
        let (sessions, registration) = join(first, configuration.get()).await;
        let mut links = Links {
            registration: registration.ok(),
            ..Links::default()
        };
        match sessions {
            Ok(page) => links.session = page.and_then(|page| page.items.into_iter().next()),
            Err(error) => links.problem = Some(Rc::new(error)),
        }
        let _ = self.links.try_set(Some(Rc::new(links)));
    }

    /// Shows a newer state of the event, here and in the list.
    pub(crate) fn take(self, event: VirtualEvent) {
        self.list.replace(&event);
        let _ = self.event.try_set(Some(Rc::new(event)));
    }

    /// Shows a status that was just reached, before the event is read again.
    fn mark(self, status: EventStatus) {
        // the page may be left by now
        if let Some(Some(event)) = self.event.try_get_untracked() {
            let mut newer = VirtualEvent::clone(&event);
            newer.status = Some(status);
            self.take(newer);
        }
    }

    /// Publishes and reads the event again.
    pub(crate) async fn publish(self) -> Result<(), Error> {
        let note = self.notes();
        self.workspace
            .graph()
            .events(self.kind)
            .publish(&self.id())
            .await?;
        self.unpublished.set(None);
        note(Deed::Published);
        self.mark(EventStatus::Published);
        self.refresh();
        Ok(())
    }

    /// Cancels and reads the event again.
    pub(crate) async fn cancel(self) -> Result<(), Error> {
        let note = self.notes();
        self.workspace
            .graph()
            .events(self.kind)
            .cancel(&self.id())
            .await?;
        note(Deed::Cancelled);
        self.mark(EventStatus::Canceled);
        self.refresh();
        Ok(())
    }

    /// Remembers what the user does to the event from now on; holds when the page is left.
    pub(crate) fn notes(self) -> impl Fn(Deed) + 'static {
        let (person, id) = (self.workspace.person(), self.id());
        move |deed| history::note(&person, &id, vec![deed])
    }

    /// Start and end, resolved.
    pub(crate) fn times(self, event: &VirtualEvent) -> (Option<EventTime>, Option<EventTime>) {
        let rules = self.workspace.rules();
        let resolve = |time| EventTime::resolve(time, &*rules);
        (
            event.start.as_ref().map(resolve),
            event.end.as_ref().map(resolve),
        )
    }

    /// Where it stands by the clock; tracks the clock.
    pub(crate) fn phase(self, event: &VirtualEvent) -> Phase {
        let (start, end) = self.times(event);
        let instant = |time: Option<EventTime>| time.and_then(|time| time.instant);
        Phase::of(
            event.status.as_ref(),
            instant(start),
            instant(end),
            self.clock.now(),
        )
    }

    /// The signed-in user's role.
    pub(crate) fn role(self, event: &VirtualEvent) -> Option<Role> {
        my_role(event, &self.workspace.person().user_id()).or_else(|| {
            self.list
                .find(&event.id)
                .and_then(|mine| role::strongest(&mine.roles))
        })
    }

    /// What the signed-in user may do; tracks the clock.
    pub(crate) fn permissions(self, event: &VirtualEvent) -> Permissions {
        let end = self.times(event).1.and_then(|end| end.instant);
        Permissions::of(
            self.role(event),
            event.status.as_ref(),
            end,
            self.clock.now(),
        )
    }
}
