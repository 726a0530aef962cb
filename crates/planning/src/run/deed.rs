//! One step's calls: the write, and the look for its effect.

use virtual_events::{
    Error, ErrorKind, EventId, EventStatus, Events, Identity, Lookout, NewPresenter, Presenter,
    RequestProblem,
};

use super::{Action, Amendment, create};

/// A step on one event, ready to be sent.
pub(super) struct Deed {
    events: Events,
    event: Option<EventId>,
    action: Action,
    age: Age,
}

/// Whether an event could have been changed by others before a run comes to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// The run has made it.
    New,
    /// It was there before.
    Older,
}

/// What a look for a step's effect found.
pub(super) enum Seen {
    /// It is done; with the event that was created.
    There(Option<EventId>),
    /// It isn't done.
    NotThere,
    /// Each of these events could be the new one.
    Several(Vec<EventId>),
}

impl Deed {
    pub(super) fn new(events: Events, event: Option<EventId>, action: Action, age: Age) -> Self {
        Self {
            events,
            event,
            action,
            age,
        }
    }

    /// Whether sending it again does nothing more than sending it once.
    pub(super) fn repeats_freely(&self) -> bool {
        matches!(
            self.action,
            Action::Update(_) | Action::Tie(_) | Action::Amend(_) | Action::RemovePresenter(_)
        )
    }

    /// Sends it; gives the event that it created.
    pub(super) async fn attempt(&self) -> Result<Option<EventId>, Error> {
        let events = &self.events;
        match &self.action {
            Action::Create(new) => return Ok(Some(events.create(new).await?.id)),
            Action::Tie(id) => {
                let event = self.event()?;
                events
                    .set_external_event_information(event, id.as_deref())
                    .await?;
            }
            Action::Update(changes) => {
                events.update(self.event()?, changes).await?;
            }
            Action::Amend(amendment) => self.amend(amendment).await?,
            Action::AddPresenter(who) => {
                if self.age == Age::Older && self.presenter(who).await?.is_some() {
                    return Ok(None);
                }
                let presenter = NewPresenter::new(as_sent(who));
                let presenters = events.presenters(self.event()?);
                presenters.create(&presenter).await?;
            }
            Action::RemovePresenter(who) => self.remove_presenter(who).await?,
            Action::Publish => events.publish(self.event()?).await?,
            Action::Cancel => events.cancel(self.event()?).await?,
        }
        Ok(None)
    }

    /// Looks whether it is done.
    pub(super) async fn look(&self, lookout: impl Fn() -> Lookout) -> Result<Seen, Error> {
        let there = match &self.action {
            Action::Create(new) => return create::look(&self.events, new, lookout).await,
            // they are sent again instead
            Action::Tie(_) | Action::Update(_) | Action::Amend(_) | Action::RemovePresenter(_) => {
                false
            }
            Action::AddPresenter(who) => self.presenter(who).await?.is_some(),
            Action::Publish => self.stands_at(&EventStatus::Published).await?,
            Action::Cancel => self.stands_at(&EventStatus::Canceled).await?,
        };
        Ok(if there {
            Seen::There(None)
        } else {
            Seen::NotThere
        })
    }

    async fn stands_at(&self, status: &EventStatus) -> Result<bool, Error> {
        let event = self.events.get(self.event()?).await?;
        Ok(event.status.as_ref() == Some(status))
    }

    /// Lists are replaced whole, so they are read right before.
    async fn amend(&self, amendment: &Amendment) -> Result<(), Error> {
        let id = self.event()?;
        let changes = if amendment.needs_reading() {
            amendment.changes_to(&self.events.get(id).await?)
        } else {
            (*amendment.changes).clone()
        };
        if changes.is_empty() {
            return Ok(());
        }
        self.events.update(id, &changes).await.map(drop)
    }

    /// The presenter of the event who is this one.
    async fn presenter(&self, who: &Identity) -> Result<Option<Presenter>, Error> {
        let presenters = self.events.presenters(self.event()?);
        let presenters = presenters.list().all().await.complete()?;
        Ok(presenters.into_iter().find(|it| is(it, who)))
    }

    async fn remove_presenter(&self, who: &Identity) -> Result<(), Error> {
        let Some(presenter) = self.presenter(who).await? else {
            return Ok(());
        };
        let presenters = self.events.presenters(self.event()?);
        match presenters.delete(&presenter.id).await {
            // somebody else was faster
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            outcome => outcome,
        }
    }

    fn event(&self) -> Result<&EventId, Error> {
        self.event.as_ref().ok_or(RequestProblem::Id.into())
    }
}

/// A user's name is kept for reports, but not sent: the service knows it.
fn as_sent(who: &Identity) -> Identity {
    let mut who = who.clone();
    if who.id.is_some() {
        who.display_name = None;
    }
    who
}

/// Whether a presenter is the one to be added: a user by id, a guest by address.
fn is(presenter: &Presenter, who: &Identity) -> bool {
    let identity = presenter.identity.as_ref();
    if let Some(id) = &who.id {
        return presenter.id.as_str().eq_ignore_ascii_case(id.as_str())
            || identity.and_then(|identity| identity.id.as_ref()) == Some(id);
    }
    let Some(email) = &who.email else {
        return false;
    };
    [
        &presenter.email,
        &identity.and_then(|identity| identity.email.clone()),
    ]
    .into_iter()
    .flatten()
    .any(|other| other.trim().eq_ignore_ascii_case(email.trim()))
}
