//! Calls on an event's presenters.

use serde::Serialize;

use super::{NewPresenter, Presenter, PresenterDetails};
use crate::client::{Answer, Call, Target};
use crate::error::Error;
use crate::events::Events;
use crate::json;
use crate::scope::{READ_EVENTS, WRITE_EVENTS};
use crate::{EventId, Listing, PresenterId};

/// Calls on the presenters of one event; from [`Events::presenters`].
#[derive(Clone, Debug)]
pub struct Presenters {
    events: Events,
    collection: Target,
}

impl Events {
    /// The presenters of an event.
    #[must_use]
    pub fn presenters(&self, event: &EventId) -> Presenters {
        Presenters {
            events: self.clone(),
            collection: self.event(event).word("presenters"),
        }
    }
}

impl Presenters {
    /// Lists the presenters.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`; every role. Source: Graph
    /// page "List presenters".
    pub fn list(&self) -> Listing<Presenter> {
        Listing::new(
            self.events.client(),
            self.collection.clone(),
            &[],
            READ_EVENTS,
        )
    }

    /// Adds a presenter, one a call; each counts as a write of the 15 in 30 seconds.
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer or co-organizer. Teams takes 100
    /// presenters, those from outside included. Source: Graph page "Create virtualEventPresenter".
    ///
    /// # Errors
    /// [`RequestProblem::WrongKind`](crate::RequestProblem::WrongKind) for details on a town
    /// hall; 403 without the role.
    pub async fn create(&self, presenter: &NewPresenter) -> Result<Presenter, Error> {
        if let Some(kind) = presenter.only_for() {
            self.events.expect_kind(kind)?;
        }
        let call = Call::post(self.collection.clone(), WRITE_EVENTS).json(presenter);
        read_presenter(&self.events.client().exchange(&call).await?)
    }

    /// Gets one presenter.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`; every role. Source: Graph
    /// page "Get virtualEventPresenter".
    ///
    /// # Errors
    /// 404 when there is no such presenter.
    pub async fn get(&self, id: &PresenterId) -> Result<Presenter, Error> {
        let call = Call::get(self.presenter(id), READ_EVENTS);
        read_presenter(&self.events.client().exchange(&call).await?)
    }

    /// Changes a presenter's details; only what is set is sent.
    ///
    /// Documented for webinars alone: a town hall's presenters have no details. Permission `VirtualEvent.ReadWrite`; organizer or co-organizer. Source: Graph page
    /// "Update virtualEventPresenter".
    ///
    /// # Errors
    /// 403 without the role, 404 when there is no such presenter.
    pub async fn update(
        &self,
        id: &PresenterId,
        details: &PresenterDetails,
    ) -> Result<Presenter, Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Body<'a> {
            presenter_details: &'a PresenterDetails,
        }
        let body = Body {
            presenter_details: details,
        };
        let call = Call::patch(self.presenter(id), WRITE_EVENTS).json(&body);
        read_presenter(&self.events.client().exchange(&call).await?)
    }

    /// Takes a presenter away.
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer or co-organizer. Source: Graph page
    /// "Delete virtualEventPresenter".
    ///
    /// # Errors
    /// 403 without the role, 404 when there is no such presenter.
    pub async fn delete(&self, id: &PresenterId) -> Result<(), Error> {
        let call = Call::delete(self.presenter(id), WRITE_EVENTS);
        self.events.client().exchange(&call).await.map(drop)
    }

    fn presenter(&self, id: &PresenterId) -> Target {
        self.collection.clone().id(id.as_str())
    }
}

fn read_presenter(answer: &Answer) -> Result<Presenter, Error> {
    answer.read(|document| json::read(json::object(document)))
}
