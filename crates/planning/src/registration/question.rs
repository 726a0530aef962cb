//! A question that an organizer is writing.

use virtual_events::{AnswerInputType, NewQuestion, PredefinedLabel, Question, Switch};

/// A question of the organizer's own, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionDraft {
    /// What is asked.
    pub wording: String,
    /// How it is answered.
    pub input: AnswerInputType,
    /// What there is to choose from, one a line; counts for questions with choices only.
    pub choices: String,
    /// Whether everybody has to answer.
    pub required: Switch,
}

/// What keeps a question from being added.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum QuestionProblem {
    /// It asks nothing.
    NoWording,
    /// There are less than two choices.
    TooFewChoices,
    /// A choice stands there twice.
    Twice(String),
}

impl Default for QuestionDraft {
    fn default() -> Self {
        Self {
            wording: String::new(),
            input: AnswerInputType::Text,
            choices: String::new(),
            required: Switch::Off,
        }
    }
}

impl QuestionDraft {
    /// Whether it is answered by choosing.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        matches!(
            self.input,
            AnswerInputType::SingleChoice | AnswerInputType::MultiChoice
        )
    }

    /// The question to send, or everything that is wrong with it.
    ///
    /// # Errors
    /// All problems, in the order of the form.
    pub fn check(&self) -> Result<NewQuestion, Vec<QuestionProblem>> {
        let wording = self.wording.trim();
        let mut problems = Vec::new();
        if wording.is_empty() {
            problems.push(QuestionProblem::NoWording);
        }
        let question = NewQuestion::custom(wording, self.input.clone()).required(self.required);
        if !self.has_choices() {
            return match problems.is_empty() {
                true => Ok(question),
                false => Err(problems),
            };
        }
        let lines = self.choices.lines().map(str::trim);
        let choices: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        if choices.len() < 2 {
            problems.push(QuestionProblem::TooFewChoices);
        }
        let repeated = choices
            .iter()
            .enumerate()
            .find(|(at, choice)| choices.iter().take(*at).any(|it| it == *choice));
        if let Some((_, choice)) = repeated {
            problems.push(QuestionProblem::Twice((*choice).to_owned()));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let choices = choices.into_iter().map(str::to_owned).collect();
        Ok(question.choices(choices))
    }
}

/// Graph's own questions that the form doesn't ask yet; each can be asked once.
#[must_use]
pub fn unasked(questions: &[Question]) -> Vec<PredefinedLabel> {
    let all = [
        PredefinedLabel::Street,
        PredefinedLabel::City,
        PredefinedLabel::State,
        PredefinedLabel::PostalCode,
        PredefinedLabel::CountryOrRegion,
        PredefinedLabel::Industry,
        PredefinedLabel::JobTitle,
        PredefinedLabel::Organization,
    ];
    let asked = |label: &PredefinedLabel| {
        questions
            .iter()
            .any(|question| question.label.as_ref() == Some(label))
    };
    all.into_iter().filter(|label| !asked(label)).collect()
}
