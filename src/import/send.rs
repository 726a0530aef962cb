//! The check of everything without sending, and the sending.

use super::directory;
use super::state::{Asked, ImportState};
use crate::browser::timer;
use crate::i18n::import::{self as words, Of};
use crate::run::{self, From};
use crate::shell::problem::problem_view;
use crate::ui::dialog::Modal;
use leptos::prelude::*;
use planning::import::MOST_EVENTS;
use planning::run::{Finish, RunKind, Task};

pub(super) fn send(state: ImportState) -> AnyView {
    let sure = RwSignal::new(false);
    let figures = Memo::new(move |_| {
        let survey = state.survey.read();
        survey.as_ref().map(|it| (it.to_send(), it.writes))
    });
    let check = move |_| leptos::task::spawn_local(directory::ask(state));
    let asking = Memo::new(move |_| matches!(*state.asked.read(), Asked::Asking(..)));
    let checked = Memo::new(move |_| matches!(*state.asked.read(), Asked::Done));
    let ready = move || {
        checked.get()
            && figures
                .get()
                .is_some_and(|(rows, _)| (1..=MOST_EVENTS).contains(&rows))
    };
    let publishes = move || state.options.read().finish == Finish::Publish;
    let go = move |_| {
        if state
            .options
            .with_untracked(|it| it.finish == Finish::Publish)
        {
            sure.set(true);
        } else {
            leptos::task::spawn_local(begin(state));
        }
    };
    let rows = move || figures.get().map_or(0, |(rows, _)| rows);
    let of = move || Of::options(&state.options.read());
    let title = Signal::derive(move || words::sure(rows(), of()));
    let question = move || {
        view! {
            <form class="stack" on:submit=move |ev| {
                ev.prevent_default();
                sure.set(false);
                leptos::task::spawn_local(begin(state));
            }>
                <h2>{words::sure(rows(), of())}</h2>
                <p>{words::SURE_TEXT}</p>
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| sure.set(false)>{words::NOT_NOW}</button>
                    <button type="submit" class="button primary">{words::publish(rows(), of())}</button>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="send">
            <h2 id="send">{words::SEND}</h2>
            <p role="status" class="numbers">{move || status(state, figures.get())}</p>
            {move || match state.asked.get() {
                Asked::Failed(error) => Some(problem_view(&error, Some(Callback::new(move |()| {
                    leptos::task::spawn_local(directory::ask(state));
                })))),
                _ => None,
            }}
            <div class="row">
                <button type="button" class="button" aria-busy=move || asking.get().then_some("true")
                    disabled=move || asking.get() || figures.get().is_none() on:click=check>{words::CHECK}</button>
                <button type="button" class="button primary" disabled=move || !ready() on:click=go>
                    {move || if publishes() { words::publish(rows(), of()) } else { words::create(rows()) }}
                </button>
            </div>
            <Modal open=sure title=title body=question/>
        </section>
    }
    .into_any()
}

fn status(state: ImportState, figures: Option<(usize, usize)>) -> String {
    match (state.asked.get(), figures) {
        (_, None) => words::LOOKING.to_owned(),
        (Asked::Asking(done, all), _) => words::asking(done, all),
        (_, Some((0, _))) => words::NOTHING_TO_SEND.to_owned(),
        (_, Some((rows, _))) if rows > MOST_EVENTS => words::too_many(rows, MOST_EVENTS),
        (Asked::Done, Some((rows, writes))) => {
            let of = Of::options(&state.options.read());
            words::checked(rows, of, state.workspace.graph().writes().time_for(writes))
        }
        (Asked::NotYet | Asked::Failed(_), Some(_)) => words::CHECK_FIRST.to_owned(),
    }
}

/// Makes the tasks and starts the run.
async fn begin(state: ImportState) {
    const SLICE: usize = 200;
    let (Some(source), Some(survey)) = (state.source.get_untracked(), state.survey.get_untracked())
    else {
        return;
    };
    let chosen = state.chosen();
    let import = chosen.import(&source.table);
    let mut tasks: Vec<Task> = Vec::new();
    let rows = source.table.rows.iter().enumerate();
    for (index, row) in rows.filter(|(index, _)| survey.is_sent(*index)) {
        tasks.extend(import.row(row).task(chosen.options.finish));
        if index % SLICE == SLICE - 1 {
            timer::breathe().await;
        }
    }
    let new = run::new_run(RunKind::Import, &source.name, tasks);
    run::start(state.workspace, new, From::Memory);
}
