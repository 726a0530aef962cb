//! The registration of an event.

use planning::registration::QuestionProblem;
use virtual_events::{AnswerInputType, PredefinedLabel, Question, RegistrationStatus};

pub(crate) const SETUP: &str = "Set-up";
pub(crate) const REQUIRED_TEXT: &str =
    "People register before they attend, and get their own link to join.";
pub(crate) const NOT_REQUIRED_TEXT: &str = "Registration isn't required: whoever has the attendee link can join. Registering acts as “add to calendar”.";
pub(crate) const NO_PORTAL: &str = "The registration page comes with publishing.";
pub(crate) const CAPACITY: &str = "Capacity";
pub(crate) const WAITLIST: &str = "Waiting list";
pub(crate) const APPROVAL: &str = "Approval by hand";

pub(crate) const REGISTRANTS: &str = "Who registered";
pub(crate) const REGISTRANTS_TEXT: &str = "Microsoft doesn't let an app in a browser list registrations, nor approve them. In Teams, open the event from your calendar: registration is under “Manage event”.";
pub(crate) const GUESTS_TEXT: &str = "People outside your organization register on the registration page; nobody can register them from here.";
pub(crate) const OPEN_TEAMS: &str = "Open Teams";
pub(crate) const TEAMS: &str = "https://teams.microsoft.com/";

pub(crate) const QUESTIONS: &str = "Questions";
pub(crate) const QUESTIONS_HELP: &str =
    "Name and e-mail are always asked. A question can't be changed: delete it and add it anew.";
pub(crate) const NO_QUESTIONS: &str = "No questions beside name and e-mail.";
pub(crate) const REQUIRED: &str = "Required";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const DELETE_TITLE: &str = "Delete this question?";
pub(crate) const DELETE_TEXT: &str =
    "People who register from now on aren't asked. Answers given already stay with Teams.";
pub(crate) const DELETE_QUESTION: &str = "Delete question";
pub(crate) const KEEP_QUESTION: &str = "Keep question";
pub(crate) const DELETED: &str = "Question deleted";
pub(crate) const ADD_TITLE: &str = "Add a question";
pub(crate) const ADD: &str = "Add question";
pub(crate) const ADDED: &str = "Question added";
pub(crate) const KIND: &str = "Kind of question";
pub(crate) const OWN_QUESTION: &str = "Your own question";
pub(crate) const READY_QUESTION: &str = "Ready-made";
pub(crate) const WORDING: &str = "Question";
pub(crate) const CHOICES: &str = "Choices";
pub(crate) const CHOICES_HELP: &str = "One a line, at least two.";
pub(crate) const MUST_ANSWER: &str = "An answer is required";

pub(crate) const MINE: &str = "Your registration";
pub(crate) const REGISTER_TEXT: &str =
    "Register yourself with your work account. You get your link to join by e-mail.";
pub(crate) const ADD_TEXT: &str =
    "You needn't register to attend. If you do, the event is added to your calendar.";
pub(crate) const REGISTER: &str = "Register";
pub(crate) const ADD_TO_CALENDAR: &str = "Add to my calendar";
pub(crate) const REGISTERED: &str = "You're registered";
pub(crate) const ZONE: &str = "Time zone of the e-mails";
pub(crate) const LANGUAGE: &str = "Language of the e-mails";
pub(crate) const MISSING: &str = "Answer this to register.";
pub(crate) const YES: &str = "Yes";
pub(crate) const NO: &str = "No";
pub(crate) const CANCEL: &str = "Cancel registration";
pub(crate) const CANCEL_TITLE: &str = "Cancel your registration?";
pub(crate) const CANCEL_TEXT: &str =
    "Your link to join stops working. You can register again while there is room.";
pub(crate) const KEEP: &str = "Stay registered";
pub(crate) const CANCELLED: &str = "Registration cancelled";

/// A question's wording; there may be none.
pub(crate) fn wording(question: &Question) -> String {
    let wording = question.display_name.clone();
    wording
        .filter(|text| !text.trim().is_empty())
        .or_else(|| question.label.as_ref().map(|it| label(it).to_owned()))
        .unwrap_or_else(|| "Question without words".to_owned())
}

/// The question as it is put to somebody.
pub(crate) fn asked(question: &Question) -> String {
    let wording = wording(question);
    if question.is_required == Some(true) {
        wording
    } else {
        [wording.as_str(), " (optional)"].concat()
    }
}

/// What kind of question it is.
pub(crate) fn kind(question: &Question) -> String {
    if question.label.is_some() {
        READY_QUESTION.to_owned()
    } else {
        input(question.answer_input_type.as_ref())
    }
}

/// A way of answering.
pub(crate) fn input(input: Option<&AnswerInputType>) -> String {
    match input {
        Some(AnswerInputType::Text) => "Short text",
        Some(AnswerInputType::MultilineText) => "Long text",
        Some(AnswerInputType::SingleChoice) => "One choice",
        Some(AnswerInputType::MultiChoice) => "Several choices",
        Some(AnswerInputType::Boolean) => "Yes or no",
        Some(other) => return other.as_str().to_owned(),
        None => "Unknown",
    }
    .to_owned()
}

/// A ready-made question.
pub(crate) fn label(label: &PredefinedLabel) -> &str {
    match label {
        PredefinedLabel::Street => "Address",
        PredefinedLabel::City => "City",
        PredefinedLabel::State => "State",
        PredefinedLabel::PostalCode => "Zip or postal code",
        PredefinedLabel::CountryOrRegion => "Country or region",
        PredefinedLabel::Industry => "Industry",
        PredefinedLabel::JobTitle => "Job title",
        PredefinedLabel::Organization => "Organization",
        other => other.as_str(),
    }
}

/// The button that deletes a certain question.
pub(crate) fn delete_named(wording: &str) -> String {
    ["Delete question: ", wording].concat()
}

/// What keeps a question from being added.
pub(crate) fn question_problem(problem: &QuestionProblem) -> String {
    match problem {
        QuestionProblem::NoWording => "Write what you want to ask.".to_owned(),
        QuestionProblem::TooFewChoices => "Give at least two choices, one a line.".to_owned(),
        QuestionProblem::Twice(choice) => ["“", choice, "” stands there twice."].concat(),
    }
}

/// Where somebody's registration stands.
pub(crate) fn status(status: Option<&RegistrationStatus>) -> String {
    match status {
        Some(RegistrationStatus::Registered) => "You're registered.".to_owned(),
        Some(RegistrationStatus::Waitlisted) => {
            "The event is full: you're on the waiting list.".to_owned()
        }
        Some(RegistrationStatus::PendingApproval) => {
            "The organizer has to approve your registration.".to_owned()
        }
        Some(RegistrationStatus::RejectedByOrganizer) => {
            "The organizer didn't approve your registration.".to_owned()
        }
        Some(RegistrationStatus::Canceled) => "Your registration was cancelled.".to_owned(),
        Some(other) => ["Your registration is: ", other.as_str()].concat(),
        None => "You're registered.".to_owned(),
    }
}

/// Since when.
pub(crate) fn since(when: &str) -> String {
    ["Since ", when].concat()
}
