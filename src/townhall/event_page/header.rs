//! Title, state, and what can be done.

use super::series;
use super::state::EventState;
use crate::event::badge::phase_badge;
use crate::event::when::time_lines;
use crate::i18n::{event, townhall as words, when};
use crate::routes::{Page, Part};
use crate::ui::copy::{copy_button, primary_copy_button};
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::role::Permissions;
use planning::when::{Near, near};
use planning::{Phase, Reader};

/// The head of the page. Its primary action follows the state of the event.
pub(super) fn header(state: EventState) -> AnyView {
    let title = move || {
        let name = state.event().and_then(|event| event.display_name.clone());
        name.unwrap_or_else(|| event::UNTITLED.to_owned())
    };
    let phase = Memo::new(move |_| {
        state
            .event()
            .map_or(Phase::Unknown, |event| state.phase(&event))
    });
    let when = move || {
        let event = state.event()?;
        let (start, end) = state.times(&event);
        let zone = state.workspace.zone();
        let lines = time_lines(
            start.as_ref(),
            end.as_ref(),
            &zone,
            &*state.workspace.rules(),
        );
        Some(
            view! { <span>{lines.first}</span>{lines.second.map(|second| view! { <span class="quiet">{second}</span> })} },
        )
    };
    // The clock ticks every second; the buttons must not be made anew, or they lose the focus.
    let may = Memo::new(move |_| state.event().map(|event| state.permissions(&event)));
    let until = Memo::new(move |_| {
        let event = state.event()?;
        let (start, _) = state.times(&event);
        let (zone, rules) = (state.workspace.zone(), state.workspace.rules());
        let reader = Reader::new(state.clock.now(), &zone, &*rules);
        let soon = matches!(phase.get(), Phase::Draft | Phase::Upcoming);
        let near = near(start?.instant.filter(|_| soon)?, &reader);
        // a date stands beside it already
        let known = matches!(near, Near::Date(_) | Near::DateInYear(_));
        (!known).then(|| when::near(near))
    });
    view! {
        <header class="event-head">
            <div class="meta">
                {move || phase_badge(phase.get())}
                <span>{event::kind(state.kind)}</span>
                <span>{move || state.event().map(|it| event::role(state.role(&it)))}</span>
                {series::link(state)}
            </div>
            <h1 class:struck=move || phase.get() == Phase::Cancelled dir="auto">{title}</h1>
            <div class="meta"><span class="clocks">{when}</span><strong>{until}</strong></div>
            {move || may.get().map(|may| actions(state, phase.get(), may))}
        </header>
    }
    .into_any()
}

fn actions(state: EventState, phase: Phase, may: Permissions) -> AnyView {
    let publish = may.publish.is_allowed().then(|| {
        view! { <button type="button" class="button primary" on:click=move |_| state.asks_publish.set(true)>{words::PUBLISH}</button> }
    });
    let hand_out = hand_out(state, phase);
    let attendance = (phase == Phase::Ended && may.edit.is_allowed()).then(|| {
        let page = Page::EventPart(state.kind, state.id(), Part::Attendance);
        view! { <a href=page.path() class="button primary">{words::part(Some(Part::Attendance))}</a> }
    });
    let edit = may.edit.is_allowed().then(|| {
        let page = Page::EditEvent(state.kind, state.id());
        view! { <a href=page.path() class="button">{icon(Icon::Draft)}{words::EDIT}</a> }
    });
    let cancel = may.cancel.is_allowed().then(|| {
        let ask = move |_| state.asks_cancel.set(true);
        view! { <button type="button" class="button danger" on:click=ask>{words::CANCEL_EVENT}</button> }
    });
    let more = super::more::menu(state);
    let reason = match phase {
        Phase::Draft => may.publish.why_not(),
        Phase::Upcoming | Phase::OnNow => may.cancel.why_not(),
        Phase::Cancelled | Phase::Unknown => may.edit.why_not(),
        Phase::Ended => None,
    };
    view! {
        <div class="event-actions">{publish}{hand_out}{attendance}{edit}{more}{cancel}</div>
        {reason.map(|reason| view! { <p class="quiet">{event::why_not(reason)}</p> })}
    }
    .into_any()
}

/// The link for those who come, and the way in.
fn hand_out(state: EventState, phase: Phase) -> AnyView {
    // who has to register first is sent there, and not to the meeting
    let portal = Memo::new(move |_| state.must_register_at());
    let buttons = move || {
        let links = state.links()?;
        let join = links.session.as_ref()?.join_web_url.clone()?;
        let join = join.as_str().to_owned();
        let (copy, class) = match (phase, portal.get()) {
            (Phase::Upcoming, Some(url)) => (
                primary_copy_button(words::COPY_REGISTRATION, words::REGISTRATION_COPIED, url),
                "button",
            ),
            (Phase::Upcoming, None) => (attendee_link(primary_copy_button, &join), "button"),
            (Phase::OnNow, _) => (attendee_link(copy_button, &join), "button primary"),
            _ => return None,
        };
        Some(view! {
            {copy}
            <a class=class href=join target="_blank" rel="noopener">{icon(Icon::Open)}{words::JOIN}</a>
        })
    };
    buttons.into_any()
}

fn attendee_link(button: fn(&'static str, &'static str, String) -> AnyView, link: &str) -> AnyView {
    button(
        words::COPY_ATTENDEE,
        words::ATTENDEE_COPIED,
        link.to_owned(),
    )
}
