//! What is said where there is no attendance to show, with what to do.

use super::state::Attendance;
use super::times;
use crate::i18n::{attendance as words, when};
use crate::routes::Page;
use crate::shell::problem::problem_view;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use planning::when::near;
use planning::{Phase, Reader};

pub(super) fn skeleton() -> AnyView {
    view! {
        <div class="stack" aria-busy="true">
            <span class="skeleton" style="block-size:96px"></span>
            <span class="skeleton" style="block-size:280px"></span>
        </div>
    }
    .into_any()
}

fn notice(title: &'static str, text: String, action: AnyView) -> AnyView {
    message(Tone::Info, title, text, &Details::default(), action)
}

fn to_overview(state: Attendance) -> AnyView {
    let page = Page::Event(state.event.kind, state.event.id());
    view! { <a href=page.path() class="button">{words::TO_OVERVIEW}</a> }.into_any()
}

pub(super) fn draft(state: Attendance) -> AnyView {
    notice(
        words::DRAFT,
        words::DRAFT_TEXT.to_owned(),
        to_overview(state),
    )
}

pub(super) fn cancelled(state: Attendance) -> AnyView {
    let text = words::CANCELLED_TEXT.to_owned();
    notice(words::CANCELLED, text, to_overview(state))
}

pub(super) fn not_yours(state: Attendance) -> AnyView {
    let text = words::NOT_YOURS_TEXT.to_owned();
    notice(words::NOT_YOURS, text, to_overview(state))
}

/// When the end is, and the way to reports of rehearsals.
pub(super) fn not_over(state: Attendance) -> AnyView {
    let text = untrack(|| {
        let end = state.schedule().end?;
        let workspace = state.event.workspace;
        let (zone, rules) = (workspace.zone(), workspace.rules());
        let reader = Reader::new(state.event.clock.glance(), &zone, &*rules);
        let near = when::near(near(end, &reader));
        Some(words::not_over(&near, &times::clock(state, end)))
    });
    let text = text.unwrap_or_else(|| words::NOT_OVER_TEXT.to_owned());
    let look = move |_| state.anyway.set(true);
    let button =
        view! { <button type="button" class="button" on:click=look>{words::LOOK_ANYWAY}</button> };
    notice(words::NOT_OVER, text, button.into_any())
}

pub(super) fn no_session(state: Attendance) -> AnyView {
    let again = move |_| state.event.refresh();
    let button =
        view! { <button type="button" class="button" on:click=again>{words::LOOK_AGAIN}</button> };
    let text = words::NO_SESSION_TEXT.to_owned();
    notice(words::NO_SESSION, text, button.into_any())
}

/// Why the session couldn't be read.
pub(super) fn no_links(state: Attendance) -> AnyView {
    let links = untrack(|| state.event.links());
    let error = links.and_then(|links| links.problem.clone());
    let retry = Callback::new(move |()| state.event.refresh());
    error.map_or_else(skeleton, |error| problem_view(&error, Some(retry)))
}

/// How long after the end a report is awaited rather than missed, in seconds.
const AWAITED: u64 = 3_600;

pub(super) fn no_reports(state: Attendance) -> AnyView {
    let (title, text) = untrack(|| {
        let now = state.event.clock.glance();
        let event = state.event.event();
        let phase = event.map(|event| state.event.phase(&event));
        let ended = state.schedule().end;
        let lately = ended.is_some_and(|end| end <= now && now.since(end).as_secs() < AWAITED);
        match phase {
            Some(Phase::Upcoming | Phase::OnNow) => {
                (words::NONE_REHEARSED, words::NONE_REHEARSED_TEXT)
            }
            _ if lately => (words::NONE_YET, words::NONE_YET_TEXT),
            _ => (words::NONE, words::NONE_TEXT),
        }
    });
    let again = move |_| state.list();
    let button =
        view! { <button type="button" class="button" on:click=again>{words::LOOK_AGAIN}</button> };
    notice(title, text.to_owned(), button.into_any())
}

/// The address names a report that there isn't.
pub(super) fn gone() -> AnyView {
    notice(words::GONE, words::GONE_TEXT.to_owned(), ().into_any())
}
