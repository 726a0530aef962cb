//! How far a mailing is, and what to do about what went wrong.

use super::consent;
use super::sending::{self, Pace, SharedRun};
use super::state::Share;
use crate::i18n::problem;
use crate::i18n::share as words;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use planning::mailing::{Counts, Fate, Recipient};
use virtual_events::Error;

/// The mailing as it stands; drawn anew with each change.
pub(super) fn view(share: Share, turn: RwSignal<u32>) -> AnyView {
    let state = Memo::new(move |_| {
        turn.track();
        let run = sending::of(share, turn)?;
        let run = run.borrow();
        let pace = match run.pace {
            Pace::Running => Shown::Running,
            Pace::Stopping => Shown::Stopping,
            Pace::Idle(_) => Shown::Idle,
        };
        Some((run.mailing.counts(), pace))
    });
    let counts = Memo::new(move |_| state.get().map(|it| it.0).unwrap_or_default());
    let pace = Memo::new(move |_| state.get().map(|it| it.1));
    let done = move || {
        let counts = counts.get();
        (counts.all() - counts.waiting).to_string()
    };
    view! {
        <div class="stack-tight" role="status">
            <p>{move || words::progress(counts.get())}</p>
        </div>
        <progress class="bar" aria-label=words::PROGRESS max=move || counts.get().all().to_string() value=done></progress>
        {move || match pace.get() {
            Some(Shown::Running) => stop_button(share, turn),
            Some(Shown::Stopping) => view! { <p class="quiet">{words::STOPPING}</p> }.into_any(),
            Some(Shown::Idle) => outcome(share, turn, counts.get_untracked()),
            None => ().into_any(),
        }}
    }
    .into_any()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Running,
    Stopping,
    Idle,
}

fn stop_button(share: Share, turn: RwSignal<u32>) -> AnyView {
    let stop = move |_| {
        if let Some(run) = sending::of(share, turn) {
            run.borrow_mut().pace = Pace::Stopping;
            turn.update(|turn| *turn += 1);
        }
    };
    view! { <div class="row"><button type="button" class="button" on:click=stop>{words::STOP}</button></div> }
        .into_any()
}

/// Nothing is under way any more.
fn outcome(share: Share, turn: RwSignal<u32>, counts: Counts) -> AnyView {
    let Some(run) = sending::of(share, turn) else {
        return ().into_any();
    };
    let again = move |prepare: fn(&SharedRun)| {
        if let Some(run) = sending::of(share, turn) {
            prepare(&run);
            sending::go_on(share, run);
        }
    };
    let go_on = move || again(|_| ());
    let stopped = match &run.borrow().pace {
        Pace::Idle(Some(error)) if counts.waiting > 0 => {
            Some(consent::obstacle(share, error, Callback::new(move |()| go_on())))
        }
        Pace::Idle(None) if counts.waiting > 0 => Some(
            view! { <div class="row"><button type="button" class="button primary" on:click=move |_| go_on()>{words::go_on(counts.waiting)}</button></div> }
                .into_any(),
        ),
        _ => None,
    };
    let failed = (counts.failed > 0).then(|| {
        let people = people(&run, |fate| matches!(fate, Fate::Failed(_)));
        let retry = move |_| again(|run| run.borrow_mut().mailing.retry_failed());
        let button = view! { <button type="button" class="button" on:click=retry>{words::RETRY_FAILED}</button> };
        trouble(Tone::Error, words::FAILED, words::FAILED_TEXT, &people, button.into_any())
    });
    let unsure = (counts.unsure > 0).then(|| {
        let people = people(&run, |fate| matches!(fate, Fate::Unsure(_)));
        let retry = move |_| again(|run| run.borrow_mut().mailing.retry_unsure());
        let button = view! { <button type="button" class="button" on:click=retry>{words::RETRY_UNSURE}</button> };
        trouble(Tone::Warning, words::UNSURE, words::UNSURE_TEXT, &people, button.into_any())
    });
    let another = move |_| {
        sending::forget(share);
        turn.update(|turn| *turn += 1);
    };
    view! {
        {stopped}
        {unsure}
        {failed}
        <div class="row"><button type="button" class="button" on:click=another>{words::ANOTHER}</button></div>
    }
    .into_any()
}

/// People whose mail has such a fate, and why.
fn people(run: &SharedRun, which: impl Fn(&Fate) -> bool) -> Vec<(Recipient, Option<Error>)> {
    let run = run.borrow();
    let parcels = run.mailing.parcels().iter().filter(|it| which(&it.fate));
    let each = parcels.flat_map(|parcel| {
        let why = match &parcel.fate {
            Fate::Failed(error) | Fate::Unsure(error) => Some(error.clone()),
            Fate::Waiting | Fate::Sent => None,
        };
        parcel
            .recipients
            .iter()
            .map(move |it| (it.clone(), why.clone()))
    });
    each.collect()
}

fn trouble(
    tone: Tone,
    title: &'static str,
    text: &'static str,
    people: &[(Recipient, Option<Error>)],
    button: AnyView,
) -> AnyView {
    let why = people.iter().find_map(|(_, why)| why.as_ref());
    let details = Details(why.map(problem::details).unwrap_or_default());
    let names = people.iter().map(|(person, _)| {
        let (name, address) = (person.shown().to_owned(), person.address.clone());
        let mail =
            (name != address).then(|| view! { " "<span class="quiet small">{address}</span> });
        view! { <li><span dir="auto">{name}</span>{mail}</li> }
    });
    let actions = view! { <ul class="people grow">{names.collect_view()}</ul>{button} };
    message(tone, title, text.to_owned(), &details, actions.into_any())
}
