//! Calls on an event's sessions.

use crate::client::{Call, Target};
use crate::error::Error;
use crate::events::Events;
use crate::json;
use crate::scope::READ_EVENTS;
use crate::{EventId, GraphClient, Listing, Session, SessionId};

/// Calls on the sessions of one event; from [`Events::sessions`].
#[derive(Clone, Debug)]
pub struct Sessions {
    client: GraphClient,
    collection: Target,
}

impl Events {
    /// The sessions of an event.
    #[must_use]
    pub fn sessions(&self, event: &EventId) -> Sessions {
        Sessions {
            client: self.client().clone(),
            collection: self.event(event).word("sessions"),
        }
    }
}

impl Sessions {
    /// Lists the sessions: exactly one for an event made through Graph, perhaps none for a draft.
    ///
    /// Filled are id, subject, join address, start and end only; [`get`](Self::get) has the rest.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`; every role. Source: Graph
    /// page "List sessions" of virtualEvent.
    pub fn list(&self) -> Listing<Session> {
        Listing::new(&self.client, self.collection.clone(), &[], READ_EVENTS)
    }

    /// Gets one session with all its properties.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`; every role. Source: Graph
    /// page "Get virtualEventSession".
    ///
    /// # Errors
    /// 404 when there is no such session.
    pub async fn get(&self, id: &SessionId) -> Result<Session, Error> {
        let call = Call::get(self.collection.clone().id(id.as_str()), READ_EVENTS);
        let answer = self.client.exchange(&call).await?;
        answer.read(|document| json::read(json::object(document)))
    }
}
