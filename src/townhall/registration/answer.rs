//! One question to the reader, with the input that fits it.

use crate::i18n::registration as words;
use crate::ui::field::{self, Note};
use leptos::prelude::*;
use planning::registration::Answer;
use virtual_events::{AnswerInputType, Question, QuestionId, Switch};

/// The answers given so far.
#[derive(Clone, Copy)]
pub(super) struct Given(RwSignal<Vec<(QuestionId, Answer)>>);

impl Given {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// The answer to a question; doesn't track.
    pub(super) fn of(self, id: &QuestionId) -> Option<Answer> {
        self.0.with_untracked(|all| {
            let found = all.iter().find(|(known, _)| known == id);
            found.map(|(_, answer)| answer.clone())
        })
    }

    fn set(self, id: &QuestionId, answer: Answer) {
        self.0.update(|all| {
            all.retain(|(known, _)| known != id);
            all.push((id.clone(), answer));
        });
    }

    /// Takes one of several choices, or leaves it.
    fn choose(self, id: &QuestionId, choice: &str, on: bool) {
        let mut chosen = match self.of(id) {
            Some(Answer::Choices(chosen)) => chosen,
            _ => Vec::new(),
        };
        chosen.retain(|it| it != choice);
        if on {
            chosen.push(choice.to_owned());
        }
        self.set(id, Answer::Choices(chosen));
    }
}

/// Id of the first input of the question at that place.
pub(super) fn input_id(place: usize) -> String {
    ["answer-", &place.to_string()].concat()
}

/// The question and its input; `missing` says that it has to be answered.
pub(super) fn field(
    place: usize,
    question: &Question,
    given: Given,
    missing: Memo<bool>,
) -> AnyView {
    let notes = Signal::derive(move || {
        let note = missing
            .get()
            .then(|| Note::Problem(words::MISSING.to_owned()));
        note.into_iter().collect::<Vec<_>>()
    });
    let choices = question.answer_choices.clone().unwrap_or_default();
    match &question.answer_input_type {
        Some(AnswerInputType::SingleChoice) if !choices.is_empty() => {
            group(place, question, &choices, "radio", given, notes)
        }
        Some(AnswerInputType::MultiChoice) if !choices.is_empty() => {
            group(place, question, &choices, "checkbox", given, notes)
        }
        Some(AnswerInputType::Boolean) => {
            let both = [words::YES.to_owned(), words::NO.to_owned()];
            group(place, question, &both, "radio", given, notes)
        }
        Some(AnswerInputType::MultilineText) => text(place, question, Lines::Many, given, notes),
        // predefined questions, and ways of answering that are yet to come
        _ => text(place, question, Lines::One, given, notes),
    }
}

/// How much text is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lines {
    One,
    Many,
}

fn text(
    place: usize,
    question: &Question,
    lines: Lines,
    given: Given,
    notes: Signal<Vec<Note>>,
) -> AnyView {
    let id = input_id(place);
    let notes_id = [id.as_str(), "-notes"].concat();
    let own = question.id.clone();
    let take = move |typed: String| given.set(&own, Answer::Text(typed));
    let invalid = move || field::blocks(&notes.read()).then_some("true");
    let required = (question.is_required == Some(true)).then_some("true");
    let described = notes_id.clone();
    let input = match lines {
        Lines::One => view! {
            <input class="input" id=id.clone() type="text" dir="auto" aria-required=required aria-describedby=described aria-invalid=invalid on:input:target=move |ev| take(ev.target().value())/>
        }
        .into_any(),
        Lines::Many => view! {
            <textarea class="input" id=id.clone() dir="auto" aria-required=required aria-describedby=described aria-invalid=invalid on:input:target=move |ev| take(ev.target().value())></textarea>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=id dir="auto">{words::asked(question)}</label>
            {input}
            {field::notes(notes_id, notes)}
        </div>
    }
    .into_any()
}

fn group(
    place: usize,
    question: &Question,
    choices: &[String],
    kind: &'static str,
    given: Given,
    notes: Signal<Vec<Note>>,
) -> AnyView {
    let name = input_id(place);
    let notes_id = [name.as_str(), "-notes"].concat();
    let yes_no = question.answer_input_type == Some(AnswerInputType::Boolean);
    let options = choices.iter().enumerate().map(|(at, choice)| {
        // the first one is what the focus goes to
        let id = if at == 0 {
            name.clone()
        } else {
            [name.as_str(), "-", &at.to_string()].concat()
        };
        let (own, value) = (question.id.clone(), choice.clone());
        let take = move |on: bool| match kind {
            "checkbox" => given.choose(&own, &value, on),
            _ if yes_no => {
                let yes = if at == 0 { Switch::On } else { Switch::Off };
                given.set(&own, Answer::YesNo(yes));
            }
            _ => given.set(&own, Answer::Text(value.clone())),
        };
        view! {
            <div class="check">
                <input type=kind name=name.clone() id=id.clone() on:change:target=move |ev| take(ev.target().checked())/>
                <label for=id dir="auto">{choice.clone()}</label>
            </div>
        }
    });
    let options = options.collect_view();
    let described = notes_id.clone();
    view! {
        <fieldset class="field" aria-describedby=described>
            <legend dir="auto">{words::asked(question)}</legend>
            {options}
            {field::notes(notes_id, notes)}
        </fieldset>
    }
    .into_any()
}
