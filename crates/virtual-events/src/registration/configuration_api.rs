//! Calls on an event's registration set-up.

use super::{NewQuestion, Question, RegistrationConfiguration, RegistrationConfigurationChanges};
use crate::client::{Call, Target};
use crate::error::Error;
use crate::events::Events;
use crate::json;
use crate::scope::{READ_EVENTS, READ_ONLY_NAMED, WRITE_EVENTS};
use crate::{EventId, GraphClient, Listing, QuestionId};

/// Calls on one event's registration set-up; from [`Events::registration_configuration`].
#[derive(Clone, Debug)]
pub struct RegistrationConfigurations {
    client: GraphClient,
    configuration: Target,
}

impl Events {
    /// The set-up of an event's registration.
    #[must_use]
    pub fn registration_configuration(&self, event: &EventId) -> RegistrationConfigurations {
        RegistrationConfigurations {
            client: self.client().clone(),
            configuration: self.event(event).word("registrationConfiguration"),
        }
    }
}

impl RegistrationConfigurations {
    /// Gets the set-up, with the portal's address.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`. Source: Graph pages "Get
    /// virtualEventTownhallRegistrationConfiguration", "Get
    /// virtualEventWebinarRegistrationConfiguration".
    ///
    /// # Errors
    /// 404 when there is no such event or it has no registration.
    pub async fn get(&self) -> Result<RegistrationConfiguration, Error> {
        let call = Call::get(self.configuration.clone(), READ_EVENTS);
        let answer = self.client.exchange(&call).await?;
        answer.read(|document| json::read(json::object(document)))
    }

    /// Changes the set-up.
    ///
    /// This stands in Graph's metadata only, no page describes it. `None` when the service
    /// answers without a body.
    ///
    /// # Errors
    /// Whatever the service makes of it.
    pub async fn update(
        &self,
        changes: &RegistrationConfigurationChanges,
    ) -> Result<Option<RegistrationConfiguration>, Error> {
        let call = Call::patch(self.configuration.clone(), WRITE_EVENTS).json(changes);
        let answer = self.client.exchange(&call).await?;
        answer.read_unless_empty(|document| json::read(json::object(document)))
    }

    /// Lists the form's questions, predefined and own ones mixed.
    ///
    /// Permission `VirtualEvent.Read`. Source: Graph page "List questions".
    pub fn questions(&self) -> Listing<Question> {
        Listing::new(&self.client, self.questions_target(), &[], READ_ONLY_NAMED)
    }

    /// Adds a question; to change one, delete it and create it anew.
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer or co-organizer. Source: Graph page
    /// "Create virtualEventRegistrationQuestionBase".
    ///
    /// # Errors
    /// 400 for choices without a type that has any; 403 without the role.
    pub async fn create_question(&self, question: &NewQuestion) -> Result<Question, Error> {
        let call = Call::post(self.questions_target(), WRITE_EVENTS).json(question);
        let answer = self.client.exchange(&call).await?;
        answer.read(|document| json::read(json::object(document)))
    }

    /// Takes a question away.
    ///
    /// Permission `VirtualEvent.ReadWrite`; organizer or co-organizer; the page names webinars
    /// only. Source: Graph page "Delete virtualEventRegistrationQuestionBase".
    ///
    /// # Errors
    /// 403 without the role, 404 when there is no such question.
    pub async fn delete_question(&self, id: &QuestionId) -> Result<(), Error> {
        let call = Call::delete(self.questions_target().id(id.as_str()), WRITE_EVENTS);
        self.client.exchange(&call).await.map(drop)
    }

    fn questions_target(&self) -> Target {
        self.configuration.clone().word("questions")
    }
}
