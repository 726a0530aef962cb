//! The session and the addresses to hand out.

use super::state::{EventState, Links};
use crate::chunk::chunk_view;
use crate::i18n::townhall as words;
use crate::shell::problem::problem_view;
use crate::townhall::session;
use crate::ui::copy::copy_button;
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::EventStatus;

/// Join link, attendee link, registration link.
pub(super) fn card(state: EventState) -> AnyView {
    let inside = move || match state.links() {
        None => view! { <span class="skeleton" style="block-size:64px"></span> }.into_any(),
        Some(links) => addresses(state, &links),
    };
    view! { <section class="card stack"><h2>{words::SESSION}</h2>{inside}</section> }.into_any()
}

fn addresses(state: EventState, links: &Rc<Links>) -> AnyView {
    if let Some(error) = &links.problem {
        return problem_view(error, Some(Callback::new(move |()| state.refresh())));
    }
    let join = links
        .session
        .as_ref()
        .and_then(|session| session.join_web_url.as_ref());
    let Some(join) = join else {
        let status = state.event().and_then(|event| event.status.clone());
        let text = match status {
            Some(EventStatus::Draft) => words::NO_SESSION_DRAFT,
            Some(EventStatus::Canceled) => words::CANCELLED_TEXT,
            _ => words::NO_SESSION,
        };
        return view! { <p class="quiet">{text}</p> }.into_any();
    };
    let portal = links
        .registration
        .as_ref()
        .and_then(|it| it.registration_web_url.clone());
    let waiting = view! { <span class="skeleton" style="block-size:96px"></span> };
    view! {
        {address(words::ATTENDEE_LINK, join.as_str(), words::COPY_JOIN, words::JOIN_COPIED)}
        {portal.map(|url| address(words::REGISTRATION_LINK, url.as_str(), words::COPY_REGISTRATION, words::REGISTRATION_COPIED))}
        {chunk_view(session::details(state), waiting.into_any())}
    }
    .into_any()
}

fn address(label: &'static str, url: &str, copy: &'static str, done: &'static str) -> AnyView {
    view! {
        <div class="stack-tight">
            <span class="label">{label}</span>
            <div class="link-line">
                <a class="url" href=url.to_owned() target="_blank" rel="noopener">{url.to_owned()}</a>
                {copy_button(copy, done, url.to_owned())}
            </div>
        </div>
    }
    .into_any()
}
