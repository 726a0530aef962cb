//! An event's registration, as read.

use crate::townhall::EventState;
use futures_util::future::join;
use leptos::prelude::*;
use planning::history::Deed;
use std::rc::Rc;
use virtual_events::{
    Error, NewQuestion, Question, QuestionId, RegistrationConfiguration, RegistrationConfigurations,
};

/// The set-up and the form's questions.
#[derive(Debug, Clone)]
pub(super) struct Registration {
    pub(super) setup: RegistrationConfiguration,
    pub(super) questions: Vec<Question>,
}

/// How the reading stands.
#[derive(Clone)]
pub(super) enum Reading {
    UnderWay,
    There(Rc<Registration>),
    Failed(Rc<Error>),
}

/// The registration of one event.
#[derive(Clone, Copy)]
pub(super) struct RegistrationState {
    pub(super) event: EventState,
    reading: RwSignal<Reading, LocalStorage>,
}

impl RegistrationState {
    /// Begins to read.
    pub(super) fn open(event: EventState) -> Self {
        let state = Self {
            event,
            reading: RwSignal::new_local(Reading::UnderWay),
        };
        state.refresh();
        state
    }

    /// How the reading stands; tracks.
    pub(super) fn reading(self) -> Reading {
        self.reading.get()
    }

    /// What is there; tracks.
    pub(super) fn there(self) -> Option<Rc<Registration>> {
        match self.reading.get() {
            Reading::There(registration) => Some(registration),
            Reading::UnderWay | Reading::Failed(_) => None,
        }
    }

    /// The form's questions; tracks.
    pub(super) fn questions(self) -> Vec<Question> {
        self.there()
            .map(|it| it.questions.clone())
            .unwrap_or_default()
    }

    /// Whether people register before they get their link; tracks.
    pub(super) fn is_required(self) -> bool {
        let event = self.event.event();
        event.and_then(|event| event.is_registration_required) == Some(true)
    }

    /// Whether the signed-in user may change the form; tracks.
    pub(super) fn may_change(self) -> bool {
        let event = self.event.event();
        event.is_some_and(|event| self.event.permissions(&event).edit.is_allowed())
    }

    /// Reads all of it.
    pub(super) fn refresh(self) {
        if matches!(self.reading.get_untracked(), Reading::Failed(_)) {
            self.reading.set(Reading::UnderWay);
        }
        leptos::task::spawn_local(async move {
            let reading = match self.read().await {
                Ok(registration) => Reading::There(Rc::new(registration)),
                Err(error) => Reading::Failed(Rc::new(error)),
            };
            // the page may be left by now
            let _ = self.reading.try_set(reading);
        });
    }

    /// Adds a question to the form.
    pub(super) async fn add(self, question: &NewQuestion) -> Result<(), Error> {
        let note = self.event.notes();
        let added = self.calls().create_question(question).await?;
        let text = added.display_name.clone().unwrap_or_default();
        note(Deed::AddedQuestion(text));
        self.change(|questions| questions.push(added));
        Ok(())
    }

    /// Takes a question off the form.
    pub(super) async fn delete(self, id: &QuestionId) -> Result<(), Error> {
        let (note, questions) = (self.event.notes(), untrack(|| self.questions()));
        let gone = questions.into_iter().find(|question| question.id == *id);
        self.calls().delete_question(id).await?;
        let text = gone.and_then(|it| it.display_name).unwrap_or_default();
        note(Deed::DeletedQuestion(text));
        self.change(|questions| questions.retain(|question| question.id != *id));
        Ok(())
    }

    fn change(self, change: impl FnOnce(&mut Vec<Question>)) {
        let _ = self.reading.try_update(|reading| {
            if let Reading::There(registration) = reading {
                change(&mut Rc::make_mut(registration).questions);
            }
        });
    }

    async fn read(self) -> Result<Registration, Error> {
        let calls = self.calls();
        let listing = calls.questions();
        let (setup, questions) = join(calls.get(), listing.all()).await;
        Ok(Registration {
            setup: setup?,
            questions: questions.complete()?,
        })
    }

    fn calls(self) -> RegistrationConfigurations {
        let graph = self.event.workspace.graph();
        let events = graph.events(self.event.kind);
        events.registration_configuration(&self.event.id())
    }
}
