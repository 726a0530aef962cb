use serde_json::{Value, json};
use virtual_events::{AnswerInputType, PredefinedLabel, Question, QuestionId, Switch};

use super::{Answer, QuestionDraft, QuestionProblem, answers, unasked};

fn draft(wording: &str, input: AnswerInputType, choices: &str) -> QuestionDraft {
    QuestionDraft {
        wording: wording.to_owned(),
        input,
        choices: choices.to_owned(),
        ..QuestionDraft::default()
    }
}

fn question(id: &str, required: bool) -> Question {
    serde_json::from_value(json!({ "id": id, "isRequired": required })).unwrap()
}

fn sent(draft: &QuestionDraft) -> Value {
    serde_json::to_value(draft.check().unwrap()).unwrap()
}

#[test]
fn a_question_goes_out_as_it_was_written() {
    let mut draft = draft(" Which? ", AnswerInputType::MultiChoice, "Gas\n\n Oil \r\n");
    draft.required = Switch::On;
    let expected = json!({
        "@odata.type": "#microsoft.graph.virtualEventRegistrationCustomQuestion",
        "displayName": "Which?",
        "answerInputType": "multiChoice",
        "answerChoices": ["Gas", "Oil"],
        "isRequired": true,
    });
    assert_eq!(sent(&draft), expected);
}

#[test]
fn choices_typed_for_another_way_of_answering_are_not_sent() {
    let draft = draft("How?", AnswerInputType::Boolean, "Gas\nOil");
    assert_eq!(sent(&draft).get("answerChoices"), None);
}

#[test]
fn all_problems_are_told_at_once() {
    let problems = draft(" ", AnswerInputType::SingleChoice, "Gas").check();
    let expected = vec![QuestionProblem::NoWording, QuestionProblem::TooFewChoices];
    assert_eq!(problems, Err(expected));

    let problems = draft("?", AnswerInputType::SingleChoice, "Gas\nOil\nGas").check();
    assert_eq!(
        problems,
        Err(vec![QuestionProblem::Twice("Gas".to_owned())])
    );
}

#[test]
fn a_predefined_question_is_offered_once() {
    let mut city = question("1", false);
    city.label = Some(PredefinedLabel::City);
    let left = unasked(&[city]);
    assert_eq!(left.len(), 7);
    assert!(!left.contains(&PredefinedLabel::City));
}

#[test]
fn answers_go_by_their_kind_and_empty_ones_are_left_out() {
    let questions = ["text", "none", "yes", "many"].map(|id| question(id, false));
    let ready = answers(&questions, |id| match id.as_str() {
        "text" => Some(Answer::Text(" Gas ".to_owned())),
        "none" => Some(Answer::Text("  ".to_owned())),
        "yes" => Some(Answer::YesNo(Switch::Off)),
        _ => Some(Answer::Choices(vec!["A".to_owned()])),
    });
    let ready = serde_json::to_value(ready.unwrap()).unwrap();
    let id = |at: usize| ready[at]["questionId"].as_str().unwrap();
    assert_eq!((id(0), &ready[0]["value"]), ("text", &json!("Gas")));
    assert_eq!((id(1), &ready[1]["booleanValue"]), ("yes", &json!(false)));
    assert_eq!(
        (id(2), &ready[2]["multiChoiceValues"]),
        ("many", &json!(["A"]))
    );
}

#[test]
fn a_required_question_without_an_answer_is_named() {
    let questions = [
        question("a", true),
        question("b", false),
        question("c", true),
    ];
    let ready = answers(&questions, |id| match id.as_str() {
        "c" => Some(Answer::Choices(Vec::new())),
        _ => None,
    });
    assert_eq!(
        ready,
        Err(vec![QuestionId::from("a"), QuestionId::from("c")])
    );
}
