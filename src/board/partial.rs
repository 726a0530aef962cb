//! Some of the lists couldn't be read. Loads with what is said of other failures.

use crate::chunk::chunk;
use crate::event::EventList;
use crate::i18n::{board as words, failure, problem};
use crate::shell::problem::access_link;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use std::sync::Arc;
use virtual_events::MyEventsFailure;

chunk! {
    problem:
    /// Which lists are missing, and why the first of them is.
    pub(super) fn notice(list: EventList, failures: Arc<Vec<MyEventsFailure>>) -> AnyView {
        tell(list, &failures)
    }
}

fn tell(list: EventList, failures: &[MyEventsFailure]) -> AnyView {
    let parts: Vec<_> = failures
        .iter()
        .map(|it| words::part(it.kind, it.role))
        .collect();
    let retry = view! {
        <button type="button" class="button" on:click=move |_| list.refresh()>{failure::RETRY}</button>
        {access_link()}
    };
    let details = failures.first().map(|first| problem::details(&first.error));
    message(
        Tone::Warning,
        words::PARTIAL_TITLE,
        words::partial(&parts),
        &Details(details.unwrap_or_default()),
        retry.into_any(),
    )
}
