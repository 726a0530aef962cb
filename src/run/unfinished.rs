//! Runs that a closed tab has left behind.

use super::desk::{self, From};
use super::keeper::Keeper;
use crate::chunk::chunk;
use crate::event::Clock;
use crate::i18n::{run as words, when};
use crate::routes::Page;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::Reader;
use planning::run::Run;
use planning::when::near;
use std::sync::Arc;

chunk! {
    runs:
    /// A line on the board that leads to what was left; nothing when nothing was.
    pub(crate) fn board_notice() -> AnyView {
        notice()
    }
}

/// The runs kept and not under way here.
fn kept() -> RwSignal<Vec<Arc<Run>>> {
    let workspace = Workspace::expect();
    let runs = RwSignal::new(Vec::new());
    let person = workspace.person();
    // again whenever one is taken off the screen
    let shown = Memo::new(|_| desk::is_shown());
    Effect::new(move |_| {
        shown.track();
        let keeper = Keeper::of(&person);
        leptos::task::spawn_local(async move {
            let all = keeper.all().await.into_iter().map(Arc::new).collect();
            let _ = runs.try_set(all);
        });
    });
    runs
}

fn notice() -> AnyView {
    let runs = kept();
    (move || {
        (!runs.read().is_empty() && !desk::busy()).then(|| {
            view! {
                <p class="card row unfinished">
                    <span class="grow">{words::LEFT}</span>
                    <a class="button" href=Page::Import.path()>{words::LOOK}</a>
                </p>
            }
        })
    })
    .into_any()
}

/// What was left, each with a button to go on; nothing while a run is shown.
pub(crate) fn unfinished() -> AnyView {
    let runs = kept();
    let shown = desk::shown();
    (move || {
        let list = runs.get();
        let none = list.is_empty() || shown.read().is_some();
        (!none).then(|| {
            let items = list.into_iter().map(|run| item(run, runs)).collect_view();
            view! {
                <section class="card stack" aria-labelledby="left">
                    <h2 id="left">{words::UNFINISHED}</h2>
                    <ul class="stack runs">{items}</ul>
                </section>
            }
        })
    })
    .into_any()
}

fn item(run: Arc<Run>, runs: RwSignal<Vec<Arc<Run>>>) -> AnyView {
    let workspace = Workspace::expect();
    let (zone, rules) = (workspace.zone(), workspace.rules());
    let reader = Reader::new(Clock::expect().glance(), &zone, &*rules);
    let since = when::near(near(run.begun, &reader));
    let heading = words::heading(run.kind, &run.title);
    let state = words::left(&run.progress(), &since);
    let (resume, discard) = (words::resume(&run.title), words::discard(&run.title));
    let taken = Arc::clone(&run);
    let go = move |_| {
        runs.update(|runs| runs.retain(|it| it.id != taken.id));
        desk::start(workspace, (*taken).clone(), From::Ledger);
    };
    let forget = move |_| {
        runs.update(|runs| runs.retain(|it| it.id != run.id));
        let (keeper, run) = (Keeper::of(&workspace.person()), Arc::clone(&run));
        leptos::task::spawn_local(async move { keeper.forget(&run).await });
    };
    view! {
        <li class="row">
            <span class="grow stack-tight"><strong dir="auto">{heading}</strong><span class="quiet">{state}</span></span>
            <button type="button" class="button primary" aria-label=resume on:click=go>{words::RESUME}</button>
            <button type="button" class="button subtle" aria-label=discard on:click=forget>{words::DISCARD}</button>
        </li>
    }
    .into_any()
}
