//! Questions of the registration form.

use serde_json::{Value, json};

use super::fields::{self, Fields};
use super::paging;
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use crate::tenant::{Kind, Question};

const CUSTOM: &str = "virtualEventRegistrationCustomQuestion";
const PREDEFINED: &str = "virtualEventRegistrationPredefinedQuestion";

const INPUTS: [&str; 5] = [
    "text",
    "multilineText",
    "singleChoice",
    "multiChoice",
    "boolean",
];

/// Label of a predefined question, with the name it is shown under.
const LABELS: [(&str, &str); 8] = [
    ("street", "Address"),
    ("city", "City"),
    ("state", "State"),
    ("postalCode", "Zip or postal code"),
    ("countryOrRegion", "Country or region"),
    ("industry", "Industry"),
    ("jobTitle", "Job title"),
    ("organization", "Organization"),
];

fn render(visit: &Visit<'_>, question: &Question) -> Value {
    let mut object = question.wording.clone();
    object["id"] = question.id.clone().into();
    let full = object["@odata.type"].as_str().unwrap_or_default();
    let name = full.trim_start_matches("microsoft.graph.").to_owned();
    object["@odata.type"] = visit.shape.type_name("question", &name).into();
    object
}

/// All questions, of both kinds.
pub(super) fn list(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, _) = visit.event(kind, id)?;
    let items = event
        .desk
        .questions
        .iter()
        .map(|question| (question.id.clone(), render(visit, question)))
        .collect();
    paging::page(
        visit,
        "Collection(microsoft.graph.virtualEventRegistrationQuestionBase)",
        items,
    )
}

/// One more question.
pub(super) fn create(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    let fields = visit.call.object()?;
    let type_name = fields.get("@odata.type").ok_or_else(|| {
        Refusal::bad_property("@odata.type", "A question must have an '@odata.type'.")
    })?;
    let wording = match fields::expect_type(type_name, &[CUSTOM, PREDEFINED])? {
        CUSTOM => custom(&fields)?,
        _ => predefined(&fields)?,
    };
    let question = Question {
        id: visit.world.ids.fresh(),
        wording,
    };
    let event = visit.editable(kind, id)?;
    let same = |other: &Question| {
        !question.wording["label"].is_null() && other.wording["label"] == question.wording["label"]
    };
    if event.desk.questions.iter().any(same) {
        return Err(Refusal::conflict(
            "The predefined question is asked already.",
        ));
    }
    event.desk.questions.push(question.clone());
    Ok(Reply::created(render(visit, &question)))
}

/// One question less.
pub(super) fn delete(visit: &mut Visit<'_>, kind: Kind, id: &str, which: &str) -> Answer {
    let event = visit.editable(kind, id)?;
    let before = event.desk.questions.len();
    event.desk.questions.retain(|question| question.id != which);
    if event.desk.questions.len() == before {
        return Err(Refusal::not_found("The question"));
    }
    Ok(Reply::done())
}

fn custom(fields: &Fields) -> Result<Value, Refusal> {
    let allowed = [
        "displayName",
        "answerInputType",
        "answerChoices",
        "isRequired",
    ];
    fields::only(fields, &allowed, CUSTOM)?;
    let name = fields::text(fields, "displayName")?
        .filter(|name| !name.trim().is_empty())
        .ok_or_else(|| Refusal::bad_property("displayName", "A question needs its words."))?;
    let input = fields::member(fields, "answerInputType", &INPUTS)?.ok_or_else(|| {
        Refusal::bad_property(
            "answerInputType",
            "The property 'answerInputType' is required.",
        )
    })?;
    let no_choices = Vec::new();
    let choices = fields::list(fields, "answerChoices")?.unwrap_or(&no_choices);
    if choices.iter().any(|choice| !choice.is_string()) {
        return Err(Refusal::bad_property(
            "answerChoices",
            "Choices must be texts.",
        ));
    }
    let is_choice = input.ends_with("Choice");
    if is_choice == choices.is_empty() {
        let message = "singleChoice and multiChoice need choices, other questions have none.";
        return Err(Refusal::bad_property("answerChoices", message));
    }
    Ok(json!({
        "@odata.type": format!("microsoft.graph.{CUSTOM}"),
        "displayName": name,
        "isRequired": fields::boolean(fields, "isRequired")?.unwrap_or(false),
        "answerInputType": input,
        "answerChoices": choices,
    }))
}

fn predefined(fields: &Fields) -> Result<Value, Refusal> {
    fields::only(fields, &["label", "isRequired"], PREDEFINED)?;
    let labels = LABELS.map(|(label, _)| label);
    let label = fields::member(fields, "label", &labels)?
        .ok_or_else(|| Refusal::bad_property("label", "The property 'label' is required."))?;
    let shown = LABELS
        .iter()
        .find(|(known, _)| *known == label)
        .map(|(_, shown)| *shown);
    Ok(json!({
        "@odata.type": format!("microsoft.graph.{PREDEFINED}"),
        "displayName": shown,
        "isRequired": fields::boolean(fields, "isRequired")?.unwrap_or(false),
        "label": label,
    }))
}
