//! Documented bodies of registration as the client's requests.

use virtual_events::{
    AnswerInputType, NewQuestion, NewRegistration, PredefinedLabel, QuestionKind,
    RegistrationConfigurationChanges, Switch,
};

use super::served::Call;

/// The request that registers somebody.
pub(super) fn new_registration(call: &Call<'_>) -> Result<NewRegistration, String> {
    let fields = call.fields()?;
    Ok(NewRegistration {
        preferred_timezone: fields.get("preferredTimezone")?,
        preferred_language: fields.get("preferredLanguage")?,
        first_name: fields.get("firstName")?,
        last_name: fields.get("lastName")?,
        email: fields.get("email")?,
        registration_question_answers: fields.get("registrationQuestionAnswers")?,
        external_registration_information: fields.get("externalRegistrationInformation")?,
    })
}

/// The request that adds a question.
pub(super) fn new_question(call: &Call<'_>) -> Result<NewQuestion, String> {
    let fields = call.fields()?;
    let kind: QuestionKind = fields.need("@odata.type")?;
    let wording: Option<String> = fields.get("displayName")?;
    let mut question = match kind {
        QuestionKind::Predefined => {
            let label: PredefinedLabel = fields.need("label")?;
            let question = NewQuestion::predefined(label);
            match wording {
                Some(wording) => question.worded(wording),
                None => question,
            }
        }
        QuestionKind::Custom => {
            let input: AnswerInputType = fields.need("answerInputType")?;
            NewQuestion::custom(wording.ok_or("the request model wants displayName")?, input)
        }
        QuestionKind::Other(kind) => return Err(format!("no such question can be made: {kind}")),
    };
    if let Some(choices) = fields.get("answerChoices")? {
        question = question.choices(choices);
    }
    if let Some(required) = fields.get::<bool>("isRequired")? {
        question = question.required(Switch::from(required));
    }
    Ok(question)
}

/// The request that changes a registration's set-up.
pub(super) fn configuration_changes(
    call: &Call<'_>,
) -> Result<RegistrationConfigurationChanges, String> {
    let fields = call.fields()?;
    Ok(RegistrationConfigurationChanges {
        capacity: fields.get("capacity")?,
        is_waitlist_enabled: fields.get("isWaitlistEnabled")?,
        is_manual_approval_enabled: fields.get("isManualApprovalEnabled")?,
    })
}
