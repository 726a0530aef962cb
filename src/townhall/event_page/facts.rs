//! The event's properties.

use super::state::EventState;
use crate::i18n::{event as names, townhall as words, when};
use leptos::prelude::*;
use planning::when::Span;
use virtual_events::{EventKind, VirtualEvent};

/// Everything else that was set.
pub(super) fn card(state: EventState) -> AnyView {
    let rows = move || state.event().map(|event| rows(state, &event));
    view! {
        <section class="card stack">
            <h2>{words::PROPERTIES}</h2>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn rows(state: EventState, event: &VirtualEvent) -> AnyView {
    let townhall = state.kind == EventKind::Townhall;
    let mails = event
        .settings
        .and_then(|it| it.is_attendee_email_notification_enabled);
    let (start, end) = state.times(event);
    let span = start
        .and_then(|start| start.instant)
        .zip(end.and_then(|end| end.instant))
        .map_or_else(
            || words::NOT_SET.to_owned(),
            |(start, end)| when::length(Span::between(start, end)),
        );
    let capacity = event
        .capacity
        .map_or_else(|| words::NOT_SET.to_owned(), |it| it.to_string());
    view! {
        {row(words::AUDIENCE, names::audience(event.audience.as_ref()))}
        {townhall.then(|| view! {
            {row(words::INVITE_ONLY, yes_no(event.is_invite_only))}
            {row(words::CAPACITY, capacity)}
        })}
        {row(words::REGISTRATION, yes_no(event.is_registration_required))}
        {row(words::EMAIL, yes_no(mails))}
        {row(words::LENGTH, span)}
    }
    .into_any()
}

fn row(name: &'static str, value: String) -> impl IntoView {
    view! { <dt>{name}</dt><dd>{value}</dd> }
}

fn yes_no(value: Option<bool>) -> String {
    match value {
        Some(true) => words::YES,
        Some(false) => words::NO,
        None => words::NOT_SET,
    }
    .to_owned()
}
