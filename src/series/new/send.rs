//! What becomes of the events once they are made, and the button that begins.

use super::state::NewSeries;
use crate::browser::format::{self, Style};
use crate::i18n::{series as words, townhall};
use crate::ui::dialog::Modal;
use leptos::prelude::*;
use planning::draft::{EventDraft, Notified};
use planning::run::{Finish, RunKind, Task};
use virtual_events::Audience;

/// The section.
pub(super) fn section(series: NewSeries) -> AnyView {
    let number = Memo::new(move |_| series.plan.read().len());
    let presenters = series.template(|draft| draft.presenter_identities().len());
    let option = move |of: Finish, id: &'static str, label: &'static str, help: &'static str| {
        view! {
            <div class="check">
                <input
                    type="radio" name="finish" id=id
                    prop:checked=move || series.finish.get() == of
                    on:change=move |_| series.finish.set(of)
                />
                <label for=id>{label}</label>
                <span class="help">{help}</span>
            </div>
        }
    };
    let nothing = move || {
        (series.tried.get() && number.get() == 0)
            .then(|| view! { <p class="problem">{words::NOTHING_LEFT}</p> })
    };
    view! {
        <section class="card" aria-labelledby="then">
            <h2 id="then">{words::THEN}</h2>
            {(presenters > 0).then(|| view! { <p>{words::each_gets(presenters)}</p> })}
            <fieldset class="field">
                <legend class="visually-hidden">{words::THEN}</legend>
                <div class="options">
                    {option(Finish::Draft, "finish-draft", words::LEAVE_DRAFTS, words::LEAVE_DRAFTS_HELP)}
                    {option(Finish::Publish, "finish-publish", words::PUBLISH_ALL, words::PUBLISH_ALL_HELP)}
                </div>
            </fieldset>
        </section>
        <div class="form-foot">
            <button type="submit" class="button primary">{move || words::create(series.kind(), number.get())}</button>
            <div class="field" role="status">{nothing}</div>
        </div>
    }
    .into_any()
}

/// Begins, or asks first where people would be told.
pub(super) fn ask(series: NewSeries) {
    series.tried.set(true);
    let ready = series.blocked().is_empty() && series.blocked_days() == 0;
    if !ready || series.plan.read_untracked().is_empty() {
        return;
    }
    if series.finish.get_untracked() == Finish::Publish {
        series.asks.set(true);
    } else {
        begin(series);
    }
}

fn begin(series: NewSeries) {
    let title = series.template(|draft| draft.title.trim().to_owned());
    series.sending.begin(RunKind::Series, &title, tasks(series));
}

/// Asks before people are told.
pub(super) fn dialog(series: NewSeries) -> AnyView {
    let title =
        Signal::derive(move || words::publish_question(series.kind(), series.plan.read().len()));
    view! { <Modal open=series.asks title body=move || question(series)/> }.into_any()
}

fn question(series: NewSeries) -> AnyView {
    let number = series.plan.read_untracked().len();
    let consequence = series.template(|draft| {
        let everyone = draft.audience == Audience::Everyone;
        townhall::publish_consequence(Notified::of_draft(draft), everyone)
    });
    let go = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        series.asks.set(false);
        begin(series);
    };
    view! {
        <form on:submit=go>
            <h2>{words::publish_question(series.kind(), number)}</h2>
            <p>{consequence}" "{words::EACH_OF_THEM}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| series.asks.set(false)>{townhall::NEVER_MIND}</button>
                <button type="submit" class="button primary">{townhall::PUBLISH}</button>
            </div>
        </form>
    }
    .into_any()
}

/// One task for each event.
fn tasks(series: NewSeries) -> Vec<Task> {
    let (plan, finish) = (series.plan.get_untracked(), series.finish.get_untracked());
    let zone = series.template(|draft| draft.iana_zone());
    let presenters = series.template(EventDraft::presenter_identities);
    let task = |event: &planning::series::PlannedEvent| {
        let request = event.checked.request.as_ref()?;
        let mut task = Task::create(request, &presenters, Some(&event.tie.to_text()), finish);
        // all have the same title: the day tells them apart
        let day = format::instant(event.occurrence.starts, &zone, Style::Day);
        task.label = [&task.label, ", ", &day].concat();
        Some(task)
    };
    plan.iter().filter_map(task).collect()
}
