//! Calls on events of one kind.

use super::{EventChanges, EventKind, NewEvent, Role, VirtualEvent};
use crate::client::{Answer, Call, Target};
use crate::error::{Error, RequestProblem};
use crate::json;
use crate::odata::ODataOption;
use crate::scope::{READ_ALL_EVENTS, READ_EVENTS, WRITE_EVENTS};
use crate::{EventId, GraphClient, Listing, UserId};

const ROOT: &str = "/solutions/virtualEvents";

/// Calls on town halls or on webinars; from [`GraphClient::events`].
#[derive(Clone, Debug)]
pub struct Events {
    pub(super) client: GraphClient,
    pub(super) kind: EventKind,
}

impl GraphClient {
    /// Town halls or webinars.
    #[must_use]
    pub fn events(&self, kind: EventKind) -> Events {
        Events {
            client: self.clone(),
            kind,
        }
    }
}

impl Events {
    /// Which kind these calls are for.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        self.kind
    }

    /// Creates an event, as a draft that only its organizer sees.
    ///
    /// There is no key against doubles: if the answer is lost the event may exist all the same,
    /// and [`Error::may_have_happened`] says so. [`create_once`](Self::create_once) looks before
    /// it repeats.
    ///
    /// Permission `VirtualEvent.ReadWrite`; the signed-in user becomes organizer. Source: Graph
    /// pages "Create virtualEventTownhall", "Create virtualEventWebinar".
    ///
    /// # Errors
    /// [`RequestProblem::WrongKind`] when `event` is of the other kind; 400 for wrong times or
    /// an invite-only event for everyone; 403 when a policy forbids town halls or public ones.
    pub async fn create(&self, event: &NewEvent) -> Result<VirtualEvent, Error> {
        self.expect_kind(event.kind())?;
        let call = Call::post(self.collection(), WRITE_EVENTS).json(event);
        self.read_event(&self.client.exchange(&call).await?)
    }

    /// Gets one event.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`; every role including
    /// attendee. `external_event_information` is empty unless organizer or co-organizer.
    /// Source: Graph pages "Get virtualEventTownhall", "Get virtualEventWebinar".
    ///
    /// # Errors
    /// 404 when there is no such event or it can't be seen.
    pub async fn get(&self, id: &EventId) -> Result<VirtualEvent, Error> {
        let call = Call::get(self.event(id), READ_EVENTS);
        self.read_event(&self.client.exchange(&call).await?)
    }

    /// Changes an event; gives it back as it then is.
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer or co-organizer. Source: Graph pages
    /// "Update virtualEventTownhall", "Update virtualEventWebinar".
    ///
    /// # Errors
    /// [`RequestProblem::WrongKind`] when `changes` are for the other kind; 403 without the role.
    pub async fn update(
        &self,
        id: &EventId,
        changes: &EventChanges,
    ) -> Result<VirtualEvent, Error> {
        self.expect_kind(changes.kind())?;
        let call = Call::patch(self.event(id), WRITE_EVENTS).json(changes);
        self.read_event(&self.client.exchange(&call).await?)
    }

    /// Lists the signed-in user's events by their role in them; order isn't documented.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`. No call lists both roles:
    /// see [`GraphClient::my_events`]. Source: Graph pages "virtualEventTownhall:
    /// getByUserRole", "virtualEventWebinar: getByUserRole".
    pub fn by_role(&self, role: Role) -> Listing<VirtualEvent> {
        self.listing(by_role_target(self.kind, role), READ_EVENTS)
    }

    /// Lists another user's events by their role in them.
    ///
    /// Needs the application permission `VirtualEvent.Read.All`: with a browser's delegated
    /// token Graph answers 403. Source: Graph pages "virtualEventTownhall:
    /// getByUserIdAndRole", "virtualEventWebinar: getByUserIdAndRole".
    pub fn by_user_and_role(&self, user: &UserId, role: Role) -> Listing<VirtualEvent> {
        let parameters = [("userId", user.as_str()), ("role", role.as_str())];
        let target = self
            .collection()
            .word("getByUserIdAndRole")
            .parameters(&parameters);
        self.listing(target, READ_ALL_EVENTS)
    }

    /// Lists all events of the tenant; `$count` is the only option documented.
    ///
    /// Needs the application permission `VirtualEvent.Read.All`: with a browser's delegated
    /// token Graph answers 403. Source: Graph pages "List townhalls", "List webinars".
    pub fn all(&self, options: &[ODataOption]) -> Listing<VirtualEvent> {
        Listing::new(&self.client, self.collection(), options, READ_ALL_EVENTS).of_kind(self.kind)
    }

    /// Stores the calling application's own id with an event, or takes it away with `None`.
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer or co-organizer; at most 256 characters.
    /// Source: Graph page "virtualEvent: setExternalEventInformation".
    ///
    /// # Errors
    /// 400 when the id is too long, 403 without the role.
    pub async fn set_external_event_information(
        &self,
        id: &EventId,
        external_event_id: Option<&str>,
    ) -> Result<(), Error> {
        let target = self.event(id).word("setExternalEventInformation");
        let body = super::body::ExternalEvent { external_event_id };
        // it says what the id shall be, so a repetition changes nothing
        let call = Call::post(target, WRITE_EVENTS)
            .repeat(crate::policy::Repeat::SameEffect)
            .json(&body);
        self.client.exchange(&call).await.map(drop)
    }

    /// Deletes an event.
    ///
    /// This stands in Graph's metadata only, no page describes it: cancel instead.
    ///
    /// # Errors
    /// Whatever the service makes of it.
    pub async fn delete(&self, id: &EventId) -> Result<(), Error> {
        let call = Call::delete(self.event(id), WRITE_EVENTS);
        self.client.exchange(&call).await.map(drop)
    }

    /// The collection's path.
    pub(super) fn collection(&self) -> Target {
        Target::new(ROOT).word(self.kind.path_word())
    }

    /// An event's path.
    pub(crate) fn event(&self, id: &EventId) -> Target {
        self.collection().id(id.as_str())
    }

    pub(crate) fn client(&self) -> &GraphClient {
        &self.client
    }

    pub(super) fn read_event(&self, answer: &Answer) -> Result<VirtualEvent, Error> {
        answer.read(|document| {
            let mut event = json::object(document);
            self.kind.declare_in(&mut event);
            json::read(event)
        })
    }

    pub(crate) fn expect_kind(&self, made_for: EventKind) -> Result<(), Error> {
        if made_for == self.kind {
            Ok(())
        } else {
            Err(RequestProblem::WrongKind { made_for }.into())
        }
    }

    fn listing(&self, target: Target, scopes: &'static [crate::Scope]) -> Listing<VirtualEvent> {
        Listing::new(&self.client, target, &[], scopes).of_kind(self.kind)
    }
}

/// Path of the signed-in user's events by role.
pub(super) fn by_role_target(kind: EventKind, role: Role) -> Target {
    Target::new(ROOT)
        .word(kind.path_word())
        .word("getByUserRole")
        .parameters(&[("role", role.as_str())])
}
