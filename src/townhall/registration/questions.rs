//! The questions of the form, and taking one away.

use super::add;
use super::state::RegistrationState;
use crate::browser::page;
use crate::i18n::registration as words;
use crate::shell::Attempt;
use crate::ui::dialog::Modal;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use virtual_events::{Question, QuestionId};

/// Id of the section's heading, which gets the focus when a question is gone.
const HEADING: &str = "registration-questions";

/// What is asked, with the means to change it for those who may.
pub(super) fn card(state: RegistrationState) -> AnyView {
    let may_change = Memo::new(move |_| state.may_change());
    let asks = RwSignal::new(false);
    let chosen = RwSignal::new(None::<(QuestionId, String)>);
    let delete = move |question: &Question| {
        let wording = words::wording(question);
        chosen.set(Some((question.id.clone(), wording)));
        asks.set(true);
    };
    let list = move || {
        let questions = state.questions();
        if questions.is_empty() {
            return view! { <p class="quiet">{words::NO_QUESTIONS}</p> }.into_any();
        }
        let rows = questions
            .into_iter()
            .map(|question| row(question, may_change.get(), delete))
            .collect_view();
        view! { <ol class="questions">{rows}</ol> }.into_any()
    };
    let body = move || {
        chosen
            .get_untracked()
            .map(|(id, wording)| confirm(state, id, &wording, asks))
    };
    view! {
        <section class="card stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{words::QUESTIONS}</h2>
            <p class="quiet small">{words::QUESTIONS_HELP}</p>
            {list}
            {move || may_change.get().then(|| add::form(state))}
            <Modal open=asks title=words::DELETE_TITLE body/>
        </section>
    }
    .into_any()
}

fn row(
    question: Question,
    may_change: bool,
    delete: impl Fn(&Question) + Copy + Send + 'static,
) -> AnyView {
    let wording = words::wording(&question);
    let kind = words::kind(&question);
    let required = (question.is_required == Some(true))
        .then(|| view! { <span class="badge upcoming">{words::REQUIRED}</span> });
    let choices = question.answer_choices.clone().unwrap_or_default();
    let choices = (!choices.is_empty())
        .then(|| view! { <p class="quiet small" dir="auto">{choices.join(" · ")}</p> });
    let button = may_change.then(|| {
        let name = words::delete_named(&wording);
        view! { <button type="button" class="button" aria-label=name on:click=move |_| delete(&question)>{words::DELETE}</button> }
    });
    view! {
        <li>
            <div class="grow stack-tight">
                <span class="row"><strong dir="auto">{wording}</strong>{required}</span>
                <span class="quiet small">{kind}</span>
                {choices}
            </div>
            {button}
        </li>
    }
    .into_any()
}

fn confirm(
    state: RegistrationState,
    id: QuestionId,
    wording: &str,
    open: RwSignal<bool>,
) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let attempt = Attempt::new();
    let submit = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        let id = id.clone();
        attempt.make(Box::pin(async move {
            state.delete(&id).await?;
            let _ = open.try_set(false);
            toasts.say(words::DELETED);
            page::focus(HEADING);
            Ok(())
        }));
    };
    view! {
        <form on:submit=submit>
            <h2>{words::DELETE_TITLE}</h2>
            <p dir="auto"><strong>{wording.to_owned()}</strong></p>
            <p>{words::DELETE_TEXT}</p>
            {attempt.problem()}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| open.set(false)>{words::KEEP_QUESTION}</button>
                <button type="submit" class="button danger" aria-busy=move || attempt.busy()>{words::DELETE_QUESTION}</button>
            </div>
        </form>
    }
    .into_any()
}
