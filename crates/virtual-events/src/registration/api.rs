//! Calls on an event's registrations.

use super::{NewRegistration, Registration};
use crate::client::{Call, Target};
use crate::error::Error;
use crate::events::Events;
use crate::json;
use crate::scope::{READ_ALL_EVENTS, READ_EVENTS, WRITE_EVENTS};
use crate::{EventId, GraphClient, Listing, RegistrationId, Session, UserId};

/// Calls on the registrations of one event; from [`Events::registrations`].
///
/// When registration isn't required these calls still work, as "add to calendar".
#[derive(Clone, Debug)]
pub struct Registrations {
    client: GraphClient,
    collection: Target,
}

impl Events {
    /// The registrations of an event.
    #[must_use]
    pub fn registrations(&self, event: &EventId) -> Registrations {
        Registrations {
            client: self.client().clone(),
            collection: self.event(event).word("registrations"),
        }
    }
}

impl Registrations {
    /// Lists who registered.
    ///
    /// Needs the application permission `VirtualEvent.Read.Chat`, which the event's chat grants
    /// (resource-specific consent), and an application access policy: with a browser's delegated
    /// token Graph answers 403. Source: Graph page "List registrations".
    pub fn list(&self) -> Listing<Registration> {
        Listing::new(&self.client, self.collection.clone(), &[], READ_ALL_EVENTS)
    }

    /// Registers the signed-in user; with an application permission, anybody.
    ///
    /// The status may be registered, waitlisted or pending. `None` when Graph answers without a
    /// body, as it does to applications. Permission `VirtualEvent.ReadWrite`; organizers,
    /// co-organizers and presenters don't register. Source: Graph page "Create
    /// virtualEventRegistration".
    ///
    /// # Errors
    /// 400 when a required answer is missing.
    pub async fn create(
        &self,
        registration: &NewRegistration,
    ) -> Result<Option<Registration>, Error> {
        let call = Call::post(self.collection.clone(), WRITE_EVENTS).json(registration);
        let answer = self.client.exchange(&call).await?;
        answer.read_unless_empty(|document| json::read(json::object(document)))
    }

    /// Gets one registration.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`. Source: Graph page "Get
    /// virtualEventRegistration".
    ///
    /// # Errors
    /// 404 when there is no such registration.
    pub async fn get(&self, id: &RegistrationId) -> Result<Registration, Error> {
        self.get_at(self.by_id(id)).await
    }

    /// Gets a user's registration.
    ///
    /// Permission as for [`get`](Self::get). An alternate key of Graph's metadata, without a
    /// page of its own.
    ///
    /// # Errors
    /// 404 when the user isn't registered.
    pub async fn by_user(&self, user: &UserId) -> Result<Registration, Error> {
        self.get_at(self.key("userId", user.as_str())).await
    }

    /// Gets the registration with an e-mail address.
    ///
    /// Permission as for [`get`](Self::get). An alternate key of Graph's metadata, without a
    /// page of its own.
    ///
    /// # Errors
    /// 404 when nobody registered with it.
    pub async fn by_email(&self, email: &str) -> Result<Registration, Error> {
        self.get_at(self.key("email", email)).await
    }

    /// Withdraws a registration.
    ///
    /// Permission `VirtualEvent.ReadWrite`, for users of Entra. Source: Graph page
    /// "virtualEventRegistration: cancel".
    ///
    /// # Errors
    /// 403 for somebody else's, 404 when there is no such registration.
    pub async fn cancel(&self, id: &RegistrationId) -> Result<(), Error> {
        self.act(self.by_id(id), "cancel").await
    }

    /// Withdraws a user's registration; else as [`cancel`](Self::cancel).
    ///
    /// # Errors
    /// 403 for somebody else's, 404 when the user isn't registered.
    pub async fn cancel_by_user(&self, user: &UserId) -> Result<(), Error> {
        self.act(self.key("userId", user.as_str()), "cancel").await
    }

    /// Withdraws the registration with an e-mail address; else as [`cancel`](Self::cancel).
    ///
    /// # Errors
    /// 403 for somebody else's, 404 when nobody registered with it.
    pub async fn cancel_by_email(&self, email: &str) -> Result<(), Error> {
        self.act(self.key("email", email), "cancel").await
    }

    /// Lets a pending or waiting registration in.
    ///
    /// This stands in Graph's permission data only: neither page nor metadata have it.
    ///
    /// # Errors
    /// Whatever the service makes of it.
    pub async fn approve(&self, id: &RegistrationId) -> Result<(), Error> {
        self.act(self.by_id(id), "approve").await
    }

    /// Turns a pending or waiting registration down.
    ///
    /// This stands in Graph's permission data only: neither page nor metadata have it.
    ///
    /// # Errors
    /// Whatever the service makes of it.
    pub async fn reject(&self, id: &RegistrationId) -> Result<(), Error> {
        self.act(self.by_id(id), "reject").await
    }

    /// Lists the session of a registration, with the join address of the one who registered.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`. Source: Graph page "List
    /// sessions" of virtualEventRegistration.
    pub fn sessions(&self, id: &RegistrationId) -> Listing<Session> {
        Listing::new(
            &self.client,
            self.by_id(id).word("sessions"),
            &[],
            READ_EVENTS,
        )
    }

    fn by_id(&self, id: &RegistrationId) -> Target {
        self.collection.clone().id(id.as_str())
    }

    fn key(&self, name: &str, value: &str) -> Target {
        self.collection.clone().parameters(&[(name, value)])
    }

    async fn get_at(&self, target: Target) -> Result<Registration, Error> {
        let answer = self
            .client
            .exchange(&Call::get(target, READ_EVENTS))
            .await?;
        answer.read(|document| json::read(json::object(document)))
    }

    async fn act(&self, registration: Target, action: &str) -> Result<(), Error> {
        let call = Call::post(registration.word(action), WRITE_EVENTS);
        self.client.exchange(&call).await.map(drop)
    }
}
