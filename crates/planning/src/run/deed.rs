//! One step's calls: the write, and the look for its effect.

use virtual_events::{
    Error, EventChanges, EventId, EventStatus, Events, Identity, Lookout, NewPresenter, Presenter,
    RequestProblem, VirtualEvent,
};

use super::{Action, create};

/// A step on one event, ready to be sent.
pub(super) struct Deed {
    events: Events,
    event: Option<EventId>,
    action: Action,
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
    pub(super) fn new(events: Events, event: Option<EventId>, action: Action) -> Self {
        Self {
            events,
            event,
            action,
        }
    }

    /// Whether sending it again does nothing more than sending it once.
    pub(super) fn repeats_freely(&self) -> bool {
        matches!(self.action, Action::Update(_) | Action::Tie(_))
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
            Action::AddCoOrganizers(people) => self.add_co_organizers(people).await?,
            Action::AddPresenter(who) => {
                let presenter = NewPresenter::new(as_sent(who));
                let presenters = events.presenters(self.event()?);
                presenters.create(&presenter).await?;
            }
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
            Action::Tie(_) | Action::Update(_) => false,
            Action::AddCoOrganizers(people) => {
                missing(&self.events.get(self.event()?).await?, people).is_empty()
            }
            Action::AddPresenter(who) => {
                let presenters = self.events.presenters(self.event()?);
                let presenters = presenters.list().all().await.complete()?;
                presenters.iter().any(|presenter| is(presenter, who))
            }
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

    /// The list is replaced whole, so it is read right before.
    async fn add_co_organizers(&self, people: &[Identity]) -> Result<(), Error> {
        let id = self.event()?;
        let event = self.events.get(id).await?;
        let missing = missing(&event, people);
        if missing.is_empty() {
            return Ok(());
        }
        let all = event
            .co_organizers
            .iter()
            .chain(&missing)
            .map(|who| Identity {
                id: who.id.clone(),
                tenant_id: who.tenant_id.clone(),
                ..Identity::default()
            });
        let all = all.collect();
        let changes = EventChanges::new(self.events.kind()).co_organizers(all);
        self.events.update(id, &changes).await.map(drop)
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

/// Those of `people` who aren't co-organizers.
fn missing(event: &VirtualEvent, people: &[Identity]) -> Vec<Identity> {
    let is_there = |who: &Identity| event.co_organizers.iter().any(|other| other.id == who.id);
    people
        .iter()
        .filter(|who| !is_there(who))
        .cloned()
        .collect()
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
