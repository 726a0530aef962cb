//! The event's properties.

use super::state::EventState;
use crate::browser::html;
use crate::i18n::{event as names, townhall as words, when};
use leptos::prelude::*;
use planning::when::Span;
use virtual_events::{BodyType, EventKind, VirtualEvent};

/// The description.
pub(super) fn about(state: EventState) -> AnyView {
    let text = move || {
        let body = state.event().and_then(|event| event.description.clone());
        let content = body
            .as_ref()
            .and_then(|body| body.content.clone())
            .unwrap_or_default();
        let html = body.is_some_and(|body| body.content_type == Some(BodyType::Html));
        let text = if html {
            html::text_of(&content)
        } else {
            content
        };
        if text.trim().is_empty() {
            words::NO_DESCRIPTION.to_owned()
        } else {
            text.trim().to_owned()
        }
    };
    view! {
        <section class="card stack-tight">
            <h2>{words::ABOUT}</h2>
            <p class="prose" dir="auto">{text}</p>
        </section>
    }
    .into_any()
}

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
