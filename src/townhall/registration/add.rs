//! Adding a question: one of the organizer's own, or a ready-made one.

use super::state::RegistrationState;
use crate::browser::page;
use crate::i18n::registration as words;
use crate::shell::Attempt;
use crate::ui::field::{self, Note};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::registration::{QuestionDraft, QuestionProblem, unasked};
use virtual_events::{AnswerInputType, NewQuestion, PredefinedLabel, Switch};

/// Id of the input for the wording.
const WORDING: &str = "question-wording";

/// What is being added.
#[derive(Clone, Copy)]
struct Adding {
    state: RegistrationState,
    draft: RwSignal<QuestionDraft>,
    /// A ready-made question in place of the draft.
    ready: RwSignal<Option<PredefinedLabel>>,
    problems: RwSignal<Vec<QuestionProblem>>,
    attempt: Attempt,
}

/// The form for one more question.
pub(super) fn form(state: RegistrationState) -> AnyView {
    let adding = Adding {
        state,
        draft: RwSignal::new(QuestionDraft::default()),
        ready: RwSignal::new(None),
        problems: RwSignal::new(Vec::new()),
        attempt: Attempt::new(),
    };
    let toasts = expect_context::<Toasts>();
    let submit = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        adding.submit(toasts);
    };
    let own = Memo::new(move |_| adding.ready.read().is_none());
    let chooses = Memo::new(move |_| adding.draft.read().has_choices());
    view! {
        <form class="stack" aria-label=words::ADD_TITLE on:submit=submit>
            <h3>{words::ADD_TITLE}</h3>
            {kind(adding)}
            {move || own.get().then(|| wording(adding))}
            {move || (own.get() && chooses.get()).then(|| choices(adding))}
            {move || own.get().then(|| required(adding))}
            {adding.attempt.problem()}
            <div class="row">
                <button type="submit" class="button" aria-busy=move || adding.attempt.busy()>{words::ADD}</button>
            </div>
        </form>
    }
    .into_any()
}

impl Adding {
    fn submit(self, toasts: Toasts) {
        self.attempt.forget();
        let checked = match self.ready.get_untracked() {
            Some(label) => Ok(NewQuestion::predefined(label)),
            None => self.draft.with_untracked(QuestionDraft::check),
        };
        let question = match checked {
            Ok(question) => question,
            Err(problems) => {
                let wording = problems.contains(&QuestionProblem::NoWording);
                self.problems.set(problems);
                page::focus(if wording { WORDING } else { "question-choices" });
                return;
            }
        };
        self.problems.set(Vec::new());
        self.attempt.make(Box::pin(async move {
            self.state.add(&question).await?;
            let kept = self.draft.try_get_untracked().unwrap_or_default();
            let fresh = QuestionDraft {
                input: kept.input,
                ..QuestionDraft::default()
            };
            let _ = self.draft.try_set(fresh);
            let _ = self.ready.try_set(None);
            toasts.say(words::ADDED);
            Ok(())
        }));
    }

    /// What is wrong, as far as it belongs to one of the fields.
    fn notes(self, of: fn(&QuestionProblem) -> bool) -> Signal<Vec<Note>> {
        Signal::derive(move || {
            let problems = self.problems.read();
            let own = problems.iter().filter(|it| of(it));
            own.map(|it| Note::Problem(words::question_problem(it)))
                .collect()
        })
    }
}

/// What kind of question: values name a way of answering, or a ready-made question after `=`.
fn kind(adding: Adding) -> AnyView {
    let ways = [
        AnswerInputType::Text,
        AnswerInputType::MultilineText,
        AnswerInputType::SingleChoice,
        AnswerInputType::MultiChoice,
        AnswerInputType::Boolean,
    ];
    let value = move || match adding.ready.get() {
        Some(label) => ["=", label.as_str()].concat(),
        None => adding.draft.read().input.as_str().to_owned(),
    };
    let own = ways.map(|way| {
        let selected = way.clone();
        view! {
            <option value=way.as_str().to_owned() selected=move || adding.ready.read().is_none() && adding.draft.read().input == selected>{words::input(Some(&way))}</option>
        }
    });
    let ready = move || {
        let left = unasked(&adding.state.questions());
        left.into_iter()
            .map(|label| {
                let name = words::label(&label).to_owned();
                let selected = label.clone();
                view! { <option value=["=", label.as_str()].concat() selected=move || adding.ready.get().as_ref() == Some(&selected)>{name}</option> }
            })
            .collect_view()
    };
    let choose = move |value: String| match value.strip_prefix('=') {
        Some(label) => adding.ready.set(Some(PredefinedLabel::from(label))),
        None => {
            adding.ready.set(None);
            adding
                .draft
                .update(|it| it.input = AnswerInputType::from(value.as_str()));
        }
    };
    view! {
        <div class="field">
            <label for="question-kind">{words::KIND}</label>
            <select class="input" id="question-kind" prop:value=value on:change:target=move |ev| choose(ev.target().value())>
                <optgroup label=words::OWN_QUESTION>{own.collect_view()}</optgroup>
                <optgroup label=words::READY_QUESTION>{ready}</optgroup>
            </select>
        </div>
    }
    .into_any()
}

fn wording(adding: Adding) -> AnyView {
    let notes = adding.notes(|it| *it == QuestionProblem::NoWording);
    view! {
        <div class="field">
            <label for=WORDING>{words::WORDING}</label>
            <input
                class="input"
                id=WORDING
                type="text"
                dir="auto"
                autocomplete="off"
                aria-describedby="question-wording-notes"
                aria-invalid=move || field::blocks(&notes.read()).then_some("true")
                prop:value=move || adding.draft.read().wording.clone()
                on:input:target=move |ev| adding.draft.update(|it| it.wording = ev.target().value())
            />
            {field::notes("question-wording-notes".to_owned(), notes)}
        </div>
    }
    .into_any()
}

fn choices(adding: Adding) -> AnyView {
    let notes = adding.notes(|it| *it != QuestionProblem::NoWording);
    view! {
        <div class="field">
            <label for="question-choices">{words::CHOICES}</label>
            <p class="help" id="question-choices-help">{words::CHOICES_HELP}</p>
            <textarea
                class="input"
                id="question-choices"
                dir="auto"
                aria-describedby="question-choices-help question-choices-notes"
                aria-invalid=move || field::blocks(&notes.read()).then_some("true")
                prop:value=move || adding.draft.read().choices.clone()
                on:input:target=move |ev| adding.draft.update(|it| it.choices = ev.target().value())
            ></textarea>
            {field::notes("question-choices-notes".to_owned(), notes)}
        </div>
    }
    .into_any()
}

fn required(adding: Adding) -> AnyView {
    let choose = move |on: bool| {
        let required = if on { Switch::On } else { Switch::Off };
        adding.draft.update(|it| it.required = required);
    };
    view! {
        <div class="check">
            <input type="checkbox" id="question-required" prop:checked=move || adding.draft.read().required == Switch::On on:change:target=move |ev| choose(ev.target().checked())/>
            <label for="question-required">{words::MUST_ANSWER}</label>
        </div>
    }
    .into_any()
}
