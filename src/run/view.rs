//! Progress and report of the run that is under way, for any page that starts one.

use super::desk::{self, From, Kept, Shown, Stage};
use super::{failed, report};
use crate::i18n::{problem, run as words};
use crate::shell::Workspace;
use crate::shell::problem::problem_view;
use crate::ui::message::{Details, Tone, message};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::run::{Ended, Failure, Run, Wish};
use std::sync::Arc;
use virtual_events::{Error, ErrorKind, TokenError};

/// The run's progress while it goes, its report when it has ended; nothing when there is none.
///
/// `again` stands beside "Close" when all is over: what the page offers next.
pub(crate) fn progress(again: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
    let shown = desk::shown();
    let there = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read().is_some())
    };
    (move || {
        there.get().then(|| {
            let heading = shown
                .get_untracked()
                .map(|it| words::heading(it.kind, &it.title))
                .unwrap_or_default();
            view! {
                <section class="card stack run" aria-labelledby="run">
                    <h2 id="run">{heading}</h2>
                    {bar(shown.clone())}
                    {inside(shown.clone(), again.clone())}
                </section>
            }
        })
    })
    .into_any()
}

fn bar(shown: ArcRwSignal<Option<Shown>>) -> AnyView {
    let of = move |part: fn(&Shown) -> usize| {
        let shown = shown.clone();
        Memo::new(move |_| shown.read().as_ref().map(part).unwrap_or_default())
    };
    let (all, over) = (
        of(|it| it.progress.writes.max(1)),
        of(|it| it.progress.writes_over),
    );
    view! {
        <progress aria-label=words::PROGRESS max=move || all.get().to_string() value=move || over.get().to_string()></progress>
    }
    .into_any()
}

fn inside(
    shown: ArcRwSignal<Option<Shown>>,
    again: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    let stage = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read().as_ref().map(|it| it.stage.clone()))
    };
    let line = {
        let shown = shown.clone();
        move || shown.read().as_ref().map(words_of)
    };
    let not_kept = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read().as_ref().is_some_and(|it| it.kept == Kept::No))
    };
    view! {
        <p class="numbers" role="status">{line}</p>
        {move || not_kept.get().then(|| message(
            Tone::Warning,
            words::NOT_KEPT,
            words::NOT_KEPT_TEXT.to_owned(),
            &Details::default(),
            ().into_any(),
        ))}
        {move || match stage.get() {
            None => ().into_any(),
            Some(Stage::Ended(ended)) => {
                let run = shown.get_untracked().map(|it| it.run);
                run.map(|run| at_end(&run, &ended, again.clone())).into_any()
            }
            Some(stage) => under_way(&stage),
        }}
    }
    .into_any()
}

fn words_of(shown: &Shown) -> String {
    match &shown.stage {
        Stage::Elsewhere => words::ELSEWHERE.to_owned(),
        Stage::Going => words::going(&shown.progress, shown.left),
        Stage::Paused => words::paused(&shown.progress),
        Stage::Stopping => words::STOPPING.to_owned(),
        Stage::Ended(_) => words::ended(&shown.progress),
    }
}

fn under_way(stage: &Stage) -> AnyView {
    let (label, wish) = match stage {
        Stage::Paused => (words::RESUME, Wish::Go),
        _ => (words::PAUSE, Wish::Pause),
    };
    let can = matches!(stage, Stage::Going | Stage::Paused);
    view! {
        <p class="quiet">{words::LEAVE}</p>
        <div class="row">
            {can.then(|| view! {
                <button type="button" class="button" on:click=move |_| desk::pause(wish)>{label}</button>
            })}
            {(*stage != Stage::Stopping).then(|| view! {
                <button type="button" class="button" on:click=move |_| desk::pause(Wish::Stop)>{words::CANCEL}</button>
            })}
        </div>
    }
    .into_any()
}

fn at_end(
    run: &Arc<Run>,
    ended: &Ended,
    again: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    let workspace = Workspace::expect();
    let halted = match ended {
        Ended::Halted(why) => Some(halted(why)),
        Ended::Over | Ended::Stopped => None,
    };
    let resumable = halted.is_some().then(|| {
        let run = Arc::clone(run);
        let go = move |_| desk::start(workspace, (*run).clone(), From::Memory);
        view! { <button type="button" class="button primary" on:click=go>{words::RESUME}</button> }
    });
    let retry = run.has_failures().then(|| {
        let run = Arc::clone(run);
        let go = move |_| {
            let mut run = (*run).clone();
            run.retry();
            desk::start(workspace, run, From::Memory);
        };
        view! { <button type="button" class="button" on:click=go>{words::RETRY}</button> }
    });
    let reported = Arc::clone(run);
    let toasts = expect_context::<Toasts>();
    let save = move |_| {
        if report::save(&reported).is_err() {
            toasts.say(words::NO_DOWNLOAD);
        }
    };
    let close = move |_| {
        desk::close(workspace);
        again();
    };
    view! {
        {halted}
        {failed::failed(run)}
        <div class="row">
            {resumable}
            {retry}
            <button type="button" class="button" on:click=save>{words::REPORT}</button>
            <button type="button" class="button" on:click=close>{words::CLOSE}</button>
        </div>
    }
    .into_any()
}

fn halted(why: &Failure) -> AnyView {
    let kind = why.error_kind();
    // these have an action of their own
    let error = match kind {
        Some(ErrorKind::SignInRequired) => Some(Error::Token(TokenError::InteractionRequired {
            claims: None,
        })),
        Some(ErrorKind::ConsentRequired) => Some(Error::Token(TokenError::ConsentRequired {
            scopes: Vec::new(),
        })),
        _ => None,
    };
    let said = match error {
        Some(error) => problem_view(&error, None),
        None => {
            let (title, text) = kind.map_or((words::HALTED, ""), problem::sentence_of);
            let details = Details(words::details(why));
            message(Tone::Error, title, text.to_owned(), &details, ().into_any())
        }
    };
    view! { {said}<p>{words::HALTED_TEXT}</p> }.into_any()
}
