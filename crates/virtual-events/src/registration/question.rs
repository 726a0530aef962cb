//! Questions of a registration form.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::QuestionId;
use crate::events::Switch;
use crate::identity::kind::odata_type_matches;
use crate::json::{FromJson, JsonProblem, deserialize_from_json, json_object};

open_enum! {
    /// How a question is answered
    /// (Graph enum `virtualEventRegistrationQuestionAnswerInputType`).
    AnswerInputType {
        /// One line of text.
        Text = "text",
        /// Several lines of text.
        MultilineText = "multilineText",
        /// One of the choices.
        SingleChoice = "singleChoice",
        /// Any of the choices.
        MultiChoice = "multiChoice",
        /// Yes or no.
        Boolean = "boolean",
    }
}

open_enum! {
    /// What a predefined question asks for
    /// (Graph enum `virtualEventRegistrationPredefinedQuestionLabel`).
    PredefinedLabel {
        /// Street.
        Street = "street",
        /// City.
        City = "city",
        /// State or province.
        State = "state",
        /// Postal code.
        PostalCode = "postalCode",
        /// Country or region.
        CountryOrRegion = "countryOrRegion",
        /// Industry.
        Industry = "industry",
        /// Job title.
        JobTitle = "jobTitle",
        /// Organization.
        Organization = "organization",
    }
}

/// Which derived type a question is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// One of Graph's own (`virtualEventRegistrationPredefinedQuestion`).
    Predefined,
    /// The organizer's (`virtualEventRegistrationCustomQuestion`).
    Custom,
    /// A type this version doesn't know, as Graph wrote it.
    Other(String),
}

impl QuestionKind {
    fn odata_type(&self) -> &str {
        match self {
            Self::Predefined => "#microsoft.graph.virtualEventRegistrationPredefinedQuestion",
            Self::Custom => "#microsoft.graph.virtualEventRegistrationCustomQuestion",
            Self::Other(text) => text,
        }
    }
}

impl Serialize for QuestionKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.odata_type())
    }
}

impl FromJson for QuestionKind {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        let text = String::from_json(value)?;
        Ok(
            if odata_type_matches(&text, "virtualEventRegistrationPredefinedQuestion") {
                Self::Predefined
            } else if odata_type_matches(&text, "virtualEventRegistrationCustomQuestion") {
                Self::Custom
            } else {
                Self::Other(text)
            },
        )
    }
}

deserialize_from_json! { QuestionKind }

json_object! {
    /// A question (Graph type `virtualEventRegistrationQuestionBase` and those derived from it).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Question {
        /// Its id.
        pub id: QuestionId = "id",
        /// The type the JSON declares; use [`kind`](Self::kind) to know what it is.
        pub declared: Option<QuestionKind> = "@odata.type",
        /// Its wording.
        pub display_name: Option<String> = "displayName",
        /// Whether it has to be answered.
        pub is_required: Option<bool> = "isRequired",
        /// What a predefined question asks for.
        pub label: Option<PredefinedLabel> = "label",
        /// How a question of the organizer's is answered.
        pub answer_input_type: Option<AnswerInputType> = "answerInputType",
        /// What there is to choose from.
        pub answer_choices: Option<Vec<String>> = "answerChoices",
    }
}

impl Question {
    /// What it is: as declared, else told from what is filled in.
    #[must_use]
    pub fn kind(&self) -> Option<QuestionKind> {
        match (&self.declared, &self.label, &self.answer_input_type) {
            (Some(declared), _, _) => Some(declared.clone()),
            (None, Some(_), _) => Some(QuestionKind::Predefined),
            (None, None, Some(_)) => Some(QuestionKind::Custom),
            (None, None, None) => None,
        }
    }
}

/// A question to be added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewQuestion {
    #[serde(rename = "@odata.type")]
    declared: QuestionKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<PredefinedLabel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer_input_type: Option<AnswerInputType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer_choices: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_required: Option<bool>,
}

impl NewQuestion {
    /// One of Graph's own questions; its wording comes from the service.
    #[must_use]
    pub fn predefined(label: PredefinedLabel) -> Self {
        Self {
            label: Some(label),
            ..Self::of(QuestionKind::Predefined)
        }
    }

    /// A question of the organizer's, answered in the given way.
    #[must_use]
    pub fn custom(wording: impl Into<String>, input: AnswerInputType) -> Self {
        Self {
            display_name: Some(wording.into()),
            answer_input_type: Some(input),
            ..Self::of(QuestionKind::Custom)
        }
    }

    /// With these choices; for single and multiple choice.
    #[must_use]
    pub fn choices(mut self, choices: Vec<String>) -> Self {
        self.answer_choices = Some(choices);
        self
    }

    /// To be answered by everybody or not; by default not.
    #[must_use]
    pub fn required(mut self, required: Switch) -> Self {
        self.is_required = Some(required.into());
        self
    }

    /// With a wording of one's own.
    #[must_use]
    pub fn worded(mut self, wording: impl Into<String>) -> Self {
        self.display_name = Some(wording.into());
        self
    }

    fn of(declared: QuestionKind) -> Self {
        Self {
            declared,
            display_name: None,
            label: None,
            answer_input_type: None,
            answer_choices: None,
            is_required: None,
        }
    }
}
