//! Answers to the questions of a registration form.

use virtual_events::{Question, QuestionAnswer, QuestionId, Switch};

/// An answer as given; by the question's way of answering one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Text, or the one choice.
    Text(String),
    /// Yes or no.
    YesNo(Switch),
    /// All choices.
    Choices(Vec<String>),
}

/// What to send for the answers given; unanswered questions that needn't be are left out.
///
/// # Errors
/// The ids of the questions that have to be answered and aren't.
pub fn answers(
    questions: &[Question],
    given: impl Fn(&QuestionId) -> Option<Answer>,
) -> Result<Vec<QuestionAnswer>, Vec<QuestionId>> {
    let (mut ready, mut missing) = (Vec::new(), Vec::new());
    for question in questions {
        let id = &question.id;
        match given(id).and_then(|answer| written(id, answer)) {
            Some(answer) => ready.push(answer),
            None if question.is_required == Some(true) => missing.push(id.clone()),
            None => {}
        }
    }
    if missing.is_empty() {
        Ok(ready)
    } else {
        Err(missing)
    }
}

/// The answer to send; nothing for one that says nothing.
fn written(id: &QuestionId, answer: Answer) -> Option<QuestionAnswer> {
    match answer {
        Answer::Text(text) => {
            let text = text.trim();
            (!text.is_empty()).then(|| QuestionAnswer::text(id.clone(), text))
        }
        Answer::YesNo(yes) => Some(QuestionAnswer::yes_no(id.clone(), yes)),
        Answer::Choices(choices) => {
            (!choices.is_empty()).then(|| QuestionAnswer::choices(id.clone(), choices))
        }
    }
}
