//! Saving, publishing, and what goes wrong with them.

use super::dispute::{self, Together};
use super::state::{FormState, Purpose, Ready, Trouble};
use super::undo::Edit;
use crate::history;
use crate::i18n::{event as names, form as words, townhall};
use crate::router::Router;
use crate::routes::{Page, Part};
use crate::run;
use crate::townhall::handover;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::draft::EventDraft;
use planning::history::{Deed, topics};
use planning::run::{RunKind, Task};
use std::sync::Arc;
use virtual_events::{
    CreateOutcome, Error, EventId, Identity, Lookout, NewEvent, UserId, VirtualEvent,
};

/// What to do once the event is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// Leave it a draft.
    Stay,
    /// Publish it.
    Publish,
}

impl FormState {
    /// Enter in a field: saves.
    pub(super) fn submit(self) {
        self.again(Then::Stay);
    }

    /// Asks before publishing, unless something blocks.
    pub(super) fn ask_publish(self) {
        if self.try_to_send() {
            self.asks_publish.set(true);
        } else {
            super::errors::focus("errors");
        }
    }

    /// Creates the event, and publishes it when that is wanted.
    pub(super) fn create(self, then: Then) {
        let Some(Ready::Create(event)) = self.begin() else {
            return;
        };
        let (toasts, router) = (expect_context::<Toasts>(), Router::expect());
        // as they are now: the form may be left before the answer
        let presenters = self.draft.with_untracked(EventDraft::presenter_identities);
        let forget = self.forgetting();
        leptos::task::spawn_local(async move {
            match self.create_once(&event).await {
                Ok(CreateOutcome::Created(created) | CreateOutcome::Adopted(created)) => {
                    forget();
                    self.note(&created.id, Deed::Created);
                    if let Some(done) = self.after_creation(&created, then).await {
                        toasts.say(done);
                    }
                    self.list.refresh();
                    let page = self.add_presenters(&created, &presenters);
                    if !self.is_left() {
                        router.go(&page);
                    }
                }
                Ok(CreateOutcome::Ambiguous(found)) => {
                    self.end(Some(Trouble::Ambiguous(Arc::new(found), then)));
                }
                Err(error) => self.end(Some(Trouble::Failed(Arc::new(error), then))),
            }
        });
    }

    /// Sends what was changed of an event.
    pub(super) fn save_changes(self) {
        if self.undecided() {
            super::errors::focus(dispute::ID);
            return;
        }
        let Some(Ready::Change(_)) = self.begin() else {
            return;
        };
        let Purpose::Edit(event) = self.purpose.get_untracked() else {
            return;
        };
        let (toasts, router) = (expect_context::<Toasts>(), Router::expect());
        let forget = self.forgetting();
        leptos::task::spawn_local(async move {
            match self.update(&event).await {
                Ok(Sent::Left) => toasts.say(words::LEFT),
                Ok(Sent::Saved(edit)) => {
                    forget();
                    let taken = self.taken.try_get_untracked().unwrap_or_default();
                    let done = words::saved(&taken);
                    match edit {
                        Some(edit) => edit.offer_undo(toasts, done),
                        None => toasts.say(done),
                    }
                    if !self.is_left() {
                        router.go(&Page::Event(event.kind, event.id.clone()));
                    }
                }
                Ok(Sent::Disputed) => {
                    self.end(None);
                    super::errors::focus(dispute::ID);
                }
                Ok(Sent::Blocked) => {
                    self.end(None);
                    super::errors::focus("errors");
                }
                Err(error) => self.end(Some(Trouble::Failed(Arc::new(error), Then::Stay))),
            }
        });
    }

    /// The same once more.
    pub(super) fn again(self, then: Then) {
        if self.edits() {
            self.save_changes();
        } else {
            self.create(then);
        }
    }

    fn begin(self) -> Option<Ready> {
        if self.busy.get_untracked() {
            return None;
        }
        if !self.try_to_send() {
            super::errors::focus("errors");
            return None;
        }
        self.busy.set(true);
        self.trouble.set(None);
        Some(self.ready())
    }

    fn end(self, trouble: Option<Trouble>) {
        let _ = self.busy.try_set(false);
        let _ = self.trouble.try_set(trouble);
    }

    /// Adds those who are to present, which goes on while the event's people are shown; gives the
    /// page to go to.
    fn add_presenters(self, created: &VirtualEvent, presenters: &[Identity]) -> Page {
        if presenters.is_empty() {
            return Page::Event(created.kind, created.id.clone());
        }
        let title = names::title(created.display_name.as_deref().unwrap_or_default());
        let task = Task::presenters(&title, created.kind, &created.id, presenters);
        let run = run::new_run(RunKind::Presenters, &title, vec![task]);
        run::start_or_keep(self.workspace, run);
        Page::EventPart(created.kind, created.id.clone(), Part::People)
    }

    async fn create_once(self, event: &NewEvent) -> Result<CreateOutcome, Error> {
        let known = self.known_ids();
        let creator = Some(UserId::from(self.workspace.person().object_id));
        let events = self.workspace.graph().events(event.kind());
        events.create_once(event, &Lookout { known, creator }).await
    }

    /// The events that were there before: none of them can be the one that is being made.
    /// `None` while the list isn't read, or not all of it.
    fn known_ids(self) -> Option<Vec<EventId>> {
        let known = self.list.known_untracked();
        let events = known.events.filter(|_| known.failures.is_empty())?;
        Some(events.iter().map(|mine| mine.event.id.clone()).collect())
    }

    /// Publishes, if that is wanted; says what was done. What wasn't, the event's page says.
    async fn after_creation(self, created: &VirtualEvent, then: Then) -> Option<&'static str> {
        if then == Then::Stay {
            return Some(words::DRAFT_SAVED);
        }
        let events = self.workspace.graph().events(created.kind);
        match events.publish(&created.id).await {
            Ok(()) => {
                self.note(&created.id, Deed::Published);
                Some(townhall::PUBLISHED)
            }
            Err(error) => {
                handover::leave_unpublished(created.id.clone(), error);
                None
            }
        }
    }

    /// Reads the event again, so that nobody else's change is undone, and sends what differs.
    async fn update(self, event: &VirtualEvent) -> Result<Sent, Error> {
        let events = self.workspace.graph().events(event.kind);
        let newest = events.get(&event.id).await?;
        if self.is_left() {
            return Ok(Sent::Left);
        }
        if self.bring_together(newest.clone()) == Together::Disputed {
            return Ok(Sent::Disputed);
        }
        let Ready::Change(changes) = self.ready() else {
            return Ok(Sent::Blocked);
        };
        if changes.is_empty() {
            return Ok(Sent::Saved(None));
        }
        let changed = events.update(&event.id, &changes).await?;
        self.list.replace(&changed);
        self.note(&event.id, Deed::Changed(topics(&changes)));
        let edit = Edit {
            before: newest,
            after: changed,
            workspace: self.workspace,
            list: self.list,
        };
        Ok(Sent::Saved(Some(Box::new(edit))))
    }

    /// Whether another page is shown by now.
    fn is_left(self) -> bool {
        self.busy.is_disposed()
    }

    /// Remembers what was just done to an event.
    fn note(self, event: &EventId, deed: Deed) {
        history::note(&self.workspace.person(), event, vec![deed]);
    }
}

/// What came of sending an edit.
enum Sent {
    /// All that differed is saved, if anything did.
    Saved(Option<Box<Edit>>),
    /// Others changed the same; nothing was sent.
    Disputed,
    /// With what others changed it can't be sent.
    Blocked,
    /// The form was left before it could be told whether others changed the same; it is kept.
    Left,
}
