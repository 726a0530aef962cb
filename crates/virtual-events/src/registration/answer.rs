//! Answers to a registration form's questions.

use serde::Serialize;

use crate::QuestionId;
use crate::events::Switch;
use crate::json::json_object;

json_object! {
    /// An answer (Graph type `virtualEventRegistrationQuestionAnswer`): one of text, yes-no and
    /// choices is filled, by the question's type.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct QuestionAnswer {
        /// The question.
        pub question_id: Option<QuestionId> = "questionId",
        /// The question's wording.
        pub display_name: Option<String> = "displayName",
        /// Text, or the one choice.
        pub value: Option<String> = "value",
        /// Yes or no.
        pub boolean_value: Option<bool> = "booleanValue",
        /// All choices.
        pub multi_choice_values: Option<Vec<String>> = "multiChoiceValues",
    }
}

impl QuestionAnswer {
    /// Text, or the choice of a single-choice question; also for predefined questions.
    #[must_use]
    pub fn text(question: QuestionId, value: impl Into<String>) -> Self {
        Self {
            question_id: Some(question),
            value: Some(value.into()),
            ..Self::default()
        }
    }

    /// Yes or no.
    #[must_use]
    pub fn yes_no(question: QuestionId, yes: Switch) -> Self {
        Self {
            question_id: Some(question),
            boolean_value: Some(yes.into()),
            ..Self::default()
        }
    }

    /// The choices of a multiple-choice question.
    #[must_use]
    pub fn choices(question: QuestionId, choices: Vec<String>) -> Self {
        Self {
            question_id: Some(question),
            multi_choice_values: Some(choices),
            ..Self::default()
        }
    }
}
