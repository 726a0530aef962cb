//! Actions that are looked after when their answer is lost.

use std::time::Duration;

use super::{EventStatus, Events};
use crate::EventId;
use crate::client::Call;
use crate::error::Error;
use crate::scope::WRITE_EVENTS;

/// What an action leads to.
#[derive(Clone, Copy)]
enum Action {
    Publish,
    Cancel,
}

impl Action {
    fn word(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Cancel => "cancel",
        }
    }

    fn goal(self) -> EventStatus {
        match self {
            Self::Publish => EventStatus::Published,
            Self::Cancel => EventStatus::Canceled,
        }
    }
}

/// Time given to the service to finish what it may be doing, before the look.
const SETTLING: Duration = Duration::from_millis(1_500);

impl Events {
    /// Publishes a draft: it is announced, and attendees may get e-mails.
    ///
    /// If the answer is lost the event is looked at: published by then is success, anything
    /// else gives the error of the lost answer back. It is never sent twice, as nobody says
    /// whether e-mails would go out twice.
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer only. Source: Graph pages
    /// "virtualEventTownhall: publish", "virtualEventWebinar: publish".
    ///
    /// # Errors
    /// 403 for co-organizers and others.
    pub async fn publish(&self, id: &EventId) -> Result<(), Error> {
        self.act(id, Action::Publish).await
    }

    /// Cancels an event, for good; it stays readable.
    ///
    /// A lost answer is looked after as by [`publish`](Self::publish).
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer only. Source: Graph pages
    /// "virtualEventTownhall: cancel", "virtualEventWebinar: cancel".
    ///
    /// # Errors
    /// 403 for co-organizers and others.
    pub async fn cancel(&self, id: &EventId) -> Result<(), Error> {
        self.act(id, Action::Cancel).await
    }

    async fn act(&self, id: &EventId, action: Action) -> Result<(), Error> {
        let call = Call::post(self.event(id).word(action.word()), WRITE_EVENTS);
        let Err(error) = self.client().exchange(&call).await else {
            return Ok(());
        };
        if !error.may_have_happened() {
            return Err(error);
        }
        self.client().runtime().sleep(SETTLING).await;
        match self.get(id).await {
            Ok(event) if event.status == Some(action.goal()) => Ok(()),
            // the look tells no more than the first error does
            Ok(_) | Err(_) => Err(error),
        }
    }
}
