//! How far the reading is, and what to do when it stands still.

use super::consent;
use super::reading::Pace;
use super::state::Attendance;
use crate::i18n::attendance as words;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;

/// Which of its shapes the line has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Running,
    Stopped,
    Failed,
    Done,
}

/// The line above the figures; nothing once all is there.
pub(super) fn progress(state: Attendance) -> AnyView {
    let shape = Memo::new(move |_| {
        state.reading.pace.with(|pace| match pace {
            Pace::Running => Shape::Running,
            Pace::Stopped => Shape::Stopped,
            Pace::Failed(_) => Shape::Failed,
            Pace::Done => Shape::Done,
        })
    });
    (move || match shape.get() {
        Shape::Running => running(state),
        Shape::Stopped => stopped(state),
        Shape::Failed => failed(state),
        Shape::Done => ().into_any(),
    })
    .into_any()
}

fn running(state: Attendance) -> AnyView {
    let said = move || {
        let progress = state.reading.progress.get();
        words::read_so_far(progress.done, progress.about)
    };
    let most = move || {
        let progress = state.reading.progress.get();
        progress
            .about
            .map(|about| about.max(progress.done).max(1).to_string())
    };
    let done = move || {
        let progress = state.reading.progress.get();
        progress.about.map(|_| progress.done.to_string())
    };
    let part = move || {
        let some = state.reading.progress.get().done > 0;
        some.then_some(words::PRELIMINARY)
    };
    let stop = move |_| state.reading.stop();
    view! {
        <section class="card stack-tight reading" aria-label=words::PROGRESS>
            <div class="row">
                <p class="grow numbers" role="status">{said}" "<span class="quiet">{part}</span></p>
                <button type="button" class="button" on:click=stop>{words::STOP}</button>
            </div>
            <progress class="bar" aria-label=words::PROGRESS max=most value=done></progress>
        </section>
    }
    .into_any()
}

fn go_on(state: Attendance) -> AnyView {
    let go_on = move |_| state.reading.go_on();
    view! { <button type="button" class="button primary" on:click=go_on>{words::GO_ON}</button> }
        .into_any()
}

fn so_far(state: Attendance) -> String {
    let progress = state.reading.progress.get_untracked();
    let read = words::read_so_far(progress.done, progress.about);
    [&read, ". ", &words::only_part(progress.done)].concat()
}

fn stopped(state: Attendance) -> AnyView {
    let (text, details) = (so_far(state), Details::default());
    message(Tone::Info, words::STOPPED, text, &details, go_on(state))
}

fn failed(state: Attendance) -> AnyView {
    let error = state.reading.pace.with_untracked(|pace| match pace {
        Pace::Failed(error) => Some(error.clone()),
        _ => None,
    });
    let retry = Callback::new(move |()| state.reading.go_on());
    let why = error.map(|error| consent::told(state, &error, retry));
    // what came is worth a line of its own: the error above it tells how to get the rest
    let some = state.reading.progress.get_untracked().done > 0;
    let kept = some.then(|| {
        let (text, details) = (so_far(state), Details::default());
        message(
            Tone::Warning,
            words::BROKEN_OFF,
            text,
            &details,
            go_on(state),
        )
    });
    view! { {why}{kept} }.into_any()
}
