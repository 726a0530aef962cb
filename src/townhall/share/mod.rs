//! What an organizer hands out: links, pictures, calendar files, invitations.

mod calendar;
mod consent;
mod earlier;
mod invitation;
mod keep;
mod links;
mod merge;
mod picture;
mod portal;
mod progress;
mod recipients;
mod review;
mod send;
mod sending;
mod state;
mod wording;

use super::EventState;
use crate::chunk::chunk;
use crate::i18n::share as words;
use crate::shell::problem::problem_view;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use state::Share;
use virtual_events::EventStatus;

chunk! {
    share:
    /// The part of an event's page with what is handed out.
    pub(crate) fn part(event: EventState) -> AnyView {
        page(Share::open(event))
    }
}

fn page(share: Share) -> AnyView {
    let status = Memo::new(move |_| share.event.event().and_then(|event| event.status.clone()));
    let ready = Memo::new(move |_| share.join_link().is_some());
    (move || match status.get() {
        Some(EventStatus::Draft) => not_yet(),
        Some(EventStatus::Canceled) => cancelled(share),
        _ if ready.get() => kit(share),
        _ => waiting(share),
    })
    .into_any()
}

/// A published event with its links.
fn kit(share: Share) -> AnyView {
    view! {
        <div class="event-grid">
            <div class="stack">
                {links::card(share)}
                {invitation::card(share)}
                {send::card(share)}
            </div>
            <div class="stack">
                {picture::card(share)}
                {calendar::card(share)}
                {portal::card(share)}
            </div>
        </div>
    }
    .into_any()
}

/// The session is being read, or there is none.
fn waiting(share: Share) -> AnyView {
    (move || match share.event.links() {
        None => view! { <span class="skeleton" style="block-size:180px" aria-busy="true"></span> }
            .into_any(),
        Some(links) => match &links.problem {
            Some(error) => {
                let retry = Callback::new(move |()| share.event.refresh());
                problem_view(error, Some(retry))
            }
            None => notice(words::NO_SESSION, words::NO_SESSION_TEXT),
        },
    })
    .into_any()
}

fn not_yet() -> AnyView {
    notice(words::NOT_YET, words::NOT_YET_TEXT)
}

fn cancelled(share: Share) -> AnyView {
    view! {
        <div class="stack">
            {notice(words::CANCELLED, words::CANCELLED_TEXT)}
            {calendar::cancellation(share)}
        </div>
    }
    .into_any()
}

fn notice(title: &'static str, text: &'static str) -> AnyView {
    let details = Details::default();
    message(Tone::Info, title, text.to_owned(), &details, ().into_any())
}
