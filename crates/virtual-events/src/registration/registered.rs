//! A registration, as told and as made.

use serde::Serialize;

use super::QuestionAnswer;
use crate::json::json_object;
use crate::{RegistrationId, UserId, UtcInstant};

open_enum! {
    /// Where a registration stands (Graph enum `virtualEventAttendeeRegistrationStatus`).
    RegistrationStatus {
        /// In.
        Registered = "registered",
        /// Withdrawn.
        Canceled = "canceled",
        /// On the waiting list.
        Waitlisted = "waitlisted",
        /// The organizer has to approve it.
        PendingApproval = "pendingApproval",
        /// The organizer didn't.
        RejectedByOrganizer = "rejectedByOrganizer",
    }
}

json_object! {
    /// Somebody's registration (Graph type `virtualEventRegistration`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Registration {
        /// Its id.
        pub id: RegistrationId = "id",
        /// Entra object id; for users of Entra only.
        pub user_id: Option<UserId> = "userId",
        /// E-mail address.
        pub email: Option<String> = "email",
        /// First name.
        pub first_name: Option<String> = "firstName",
        /// Family name.
        pub last_name: Option<String> = "lastName",
        /// Where it stands.
        pub status: Option<RegistrationStatus> = "status",
        /// Language of the e-mails, such as `en-us`.
        pub preferred_language: Option<String> = "preferredLanguage",
        /// Zone of the times in the e-mails, in Windows' naming.
        pub preferred_timezone: Option<String> = "preferredTimezone",
        /// When it was made.
        pub registered_at: Option<UtcInstant> = "registrationDateTime",
        /// When it was withdrawn; on the wire with one l.
        pub canceled_at: Option<UtcInstant> = "cancelationDateTime",
        /// What was answered.
        pub registration_question_answers: Vec<QuestionAnswer> = "registrationQuestionAnswers",
        /// Another system's mark.
        pub external_registration_information: Option<ExternalRegistrationInformation> = "externalRegistrationInformation",
    }
}

json_object! {
    /// Another system's mark on a registration
    /// (Graph type `virtualEventExternalRegistrationInformation`).
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct ExternalRegistrationInformation {
        /// Where the person came from.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub referrer: Option<String> = "referrer",
        /// The other system's id, at most 256 characters.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub registration_id: Option<String> = "registrationId",
    }
}

/// A registration to be made; only what is set is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewRegistration {
    /// Zone of the times in the e-mails, in Windows' naming; required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred_timezone: Option<String>,
    /// Language of the e-mails, such as `en-us`; required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred_language: Option<String>,
    /// First name; with an application permission only, and required then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name; with an application permission only, and required then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// E-mail address; with an application permission only, and required then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Answers to the form's questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_question_answers: Option<Vec<QuestionAnswer>>,
    /// Another system's mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_registration_information: Option<ExternalRegistrationInformation>,
}

impl NewRegistration {
    /// Of the signed-in user: zone in Windows' naming, and language such as `en-us`.
    pub fn of_me(timezone: impl Into<String>, language: impl Into<String>) -> Self {
        Self {
            preferred_timezone: Some(timezone.into()),
            preferred_language: Some(language.into()),
            ..Self::default()
        }
    }

    /// With answers to the form's questions.
    #[must_use]
    pub fn answers(mut self, answers: Vec<QuestionAnswer>) -> Self {
        self.registration_question_answers = Some(answers);
        self
    }
}
