//! What is chosen and typed.

use super::super::hub::{Hub, Setting};
use super::submit::Sent;
use crate::browser::random;
use leptos::prelude::*;
use planning::notify::{Grant, LIFECYCLE_FROM, Relay, Watched, Wish, WishProblem};
use std::time::Duration;
use virtual_events::{ChangeType, ClientState, EventId, EventKind, JoinUrl, UserId};

/// What can be watched, before it is said of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Event,
    Sessions,
    Registrations,
    Reports,
    Recording,
    TenantEvents,
    EventsOf,
    Calls,
}

impl Kind {
    pub(super) const ALL: [Self; 8] = [
        Self::Event,
        Self::Sessions,
        Self::Registrations,
        Self::Reports,
        Self::Recording,
        Self::TenantEvents,
        Self::EventsOf,
        Self::Calls,
    ];

    /// Whether an event has to be chosen.
    pub(super) const fn is_of_event(self) -> bool {
        !matches!(self, Self::TenantEvents | Self::EventsOf | Self::Calls)
    }
}

/// Where notifications go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Relay,
    Push,
    Address,
}

/// The form.
#[derive(Clone, Copy)]
pub(super) struct Building {
    pub(super) hub: Hub,
    pub(super) open: RwSignal<bool>,
    pub(super) kind: RwSignal<Kind>,
    pub(super) event: RwSignal<Option<(EventKind, EventId)>>,
    /// The event that the form was opened for; others can't be chosen then.
    pub(super) fixed: StoredValue<bool>,
    pub(super) organizers: RwSignal<String>,
    pub(super) join: RwSignal<String>,
    /// Changes that are not wanted.
    pub(super) unwanted: RwSignal<Vec<ChangeType>>,
    pub(super) place: RwSignal<Place>,
    pub(super) address: RwSignal<String>,
    pub(super) lifecycle: RwSignal<String>,
    pub(super) secret: RwSignal<String>,
    pub(super) lasts: RwSignal<Duration>,
    /// Whether somebody has tried to send it: problems are shown from then on.
    pub(super) tried: RwSignal<bool>,
    pub(super) sent: RwSignal<Sent, LocalStorage>,
}

impl Building {
    pub(super) fn new(hub: Hub, open: RwSignal<bool>, about: Option<(EventKind, EventId)>) -> Self {
        let place = match (hub.relay_now(), hub.push_keys()) {
            (Some(_), _) => Place::Relay,
            (None, Some(_)) => Place::Push,
            (None, None) => Place::Address,
        };
        let fixed = about.is_some();
        let first = || {
            let events = hub.list.known_untracked().events?;
            let first = events.first()?;
            Some((first.event.kind, first.event.id.clone()))
        };
        Self {
            hub,
            open,
            kind: RwSignal::new(Kind::Event),
            event: RwSignal::new(about.or_else(first)),
            fixed: StoredValue::new(fixed),
            organizers: RwSignal::new(String::new()),
            join: RwSignal::new(String::new()),
            unwanted: RwSignal::new(Vec::new()),
            place: RwSignal::new(place),
            address: RwSignal::new(String::new()),
            lifecycle: RwSignal::new(String::new()),
            secret: RwSignal::new(String::new()),
            lasts: RwSignal::new(LIFECYCLE_FROM),
            tried: RwSignal::new(false),
            sent: RwSignal::new_local(Sent::default()),
        }
    }

    /// What is to be watched; `None` while something of it isn't chosen. Tracks.
    pub(super) fn watched(self) -> Option<Watched> {
        let event = || self.event.get();
        Some(match self.kind.get() {
            Kind::Event => event().map(|(kind, id)| Watched::Event(kind, id))?,
            Kind::Sessions => event().map(|(kind, id)| Watched::Sessions(kind, id))?,
            Kind::Registrations => match event()? {
                (EventKind::Webinar, id) => Watched::Registrations(id),
                (EventKind::Townhall, _) => return None,
            },
            Kind::Reports => event().map(|(kind, id)| Watched::AttendanceReports(kind, id))?,
            Kind::Recording => event().map(|(kind, id)| Watched::Recording(kind, id))?,
            Kind::TenantEvents => Watched::TenantEvents,
            Kind::EventsOf => {
                let typed = self.organizers.get();
                let ids = typed.split([',', '\n']).map(str::trim);
                let ids: Vec<UserId> = ids.filter(|it| !it.is_empty()).map(UserId::from).collect();
                if ids.is_empty() {
                    return None;
                }
                Watched::EventsOf(ids)
            }
            Kind::Calls => {
                let typed = self.join.get();
                let typed = typed.trim();
                if !typed.starts_with("https://") {
                    return None;
                }
                Watched::Calls(JoinUrl::from(typed))
            }
        })
    }

    /// The relay, when notifications shall go there; tracks.
    pub(super) fn relay(self) -> Option<Relay> {
        match (self.place.get(), self.hub.relay.get()) {
            (Place::Relay, Setting::At(relay)) => Some(relay),
            _ => None,
        }
    }

    /// Whether only an application may; tracks.
    pub(super) fn is_for_applications(self) -> bool {
        match self.watched() {
            Some(watched) => watched.grant() == Grant::ApplicationsOnly,
            None => !self.kind.get().is_of_event(),
        }
    }

    /// Whether the relay holds subscriptions for this account; tracks.
    pub(super) fn may_hand_over(self) -> bool {
        self.hub.held.with(Option::is_some)
    }

    /// The subscription as it is wished for, to an address of somebody's own; tracks.
    pub(super) fn wish(self) -> Option<Wish> {
        let watched = self.watched()?;
        let unwanted = self.unwanted.get();
        let (address, lifecycle) = match self.relay() {
            _ if self.place.get() == Place::Push => {
                let endpoint = self.hub.push_keys().map(|it| it.endpoint);
                (endpoint.unwrap_or_default(), String::new())
            }
            Some(relay) => (
                [&relay.url, "/notify/…"].concat(),
                [&relay.url, "/lifecycle/…"].concat(),
            ),
            None => (
                self.address.get().trim().to_owned(),
                self.lifecycle.get().trim().to_owned(),
            ),
        };
        let secret = self.secret.get();
        let mut wish = Wish::new(watched, address);
        wish.changes.retain(|it| !unwanted.contains(it));
        wish.lifecycle_url = (!lifecycle.is_empty()).then_some(lifecycle);
        wish.client_state = (!secret.is_empty()).then(|| ClientState::new(secret));
        wish.lasts = match self.relay() {
            Some(_) => wish.watched.longest(),
            None if self.place.get() == Place::Push => LIFECYCLE_FROM,
            None => self.lasts.get(),
        };
        Some(wish)
    }

    /// What Graph would refuse of what was typed; tracks.
    pub(super) fn problems(self) -> Vec<WishProblem> {
        let by_relay = self.relay().is_some() || self.place.get() == Place::Push;
        let problems = self.wish().map(|it| it.problems()).unwrap_or_default();
        let own = problems.into_iter();
        // the relay's addresses come from the relay
        own.filter(|it| !by_relay || *it == WishProblem::NoChange)
            .collect()
    }

    /// Makes a secret that nobody guesses.
    pub(super) fn make_secret(self) {
        self.secret.set(random::secret());
    }
}
