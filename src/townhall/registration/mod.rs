//! How people register for an event, and the reader's own registration.

mod add;
mod answer;
mod mine;
mod mine_state;
mod questions;
mod register;
mod setup;
mod state;

use super::EventState;
use crate::chunk::chunk;
use crate::shell::problem::problem_view;
use leptos::prelude::*;
use state::{Reading, RegistrationState};

chunk! {
    registration:
    /// The part of an event's page with its registration.
    pub(crate) fn part(event: EventState) -> AnyView {
        page(RegistrationState::open(event))
    }
}

fn page(state: RegistrationState) -> AnyView {
    let there = Memo::new(move |_| matches!(state.reading(), Reading::There(_)));
    (move || {
        if there.get() {
            return untrack(|| sections(state));
        }
        match state.reading() {
            Reading::Failed(error) => {
                problem_view(&error, Some(Callback::new(move |()| state.refresh())))
            }
            _ => view! { <span class="skeleton" style="block-size:180px" aria-busy="true"></span> }
                .into_any(),
        }
    })
    .into_any()
}

fn sections(state: RegistrationState) -> AnyView {
    // who only attends finds the questions in the form to register
    let makes_it = Memo::new(move |_| {
        let event = state.event.event();
        event.is_some_and(|event| state.event.role(&event).is_some())
    });
    view! {
        <div class="event-grid">
            <div class="stack">
                {mine::card(state)}
                {move || makes_it.get().then(|| untrack(|| questions::card(state)))}
            </div>
            <div class="stack">
                {setup::card(state)}
                {move || makes_it.get().then(setup::elsewhere)}
            </div>
        </div>
    }
    .into_any()
}
