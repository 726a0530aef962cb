//! Cancelling a selection, confirmed by typing how many.

use super::super::state::BoardState;
use super::act::chosen;
use super::outcome::{Outcome, carry_out};
use crate::browser::timer;
use crate::i18n::{bulk as words, townhall};
use crate::ui::dialog::Modal;
use leptos::prelude::*;
use planning::board::BoardRow;
use planning::draft::Notified;
use planning::run::{RunKind, Task};

pub(super) fn dialog(state: BoardState, open: RwSignal<bool>) -> AnyView {
    let title = words::CANCEL.to_owned();
    let body = move || question(state, open);
    view! { <Modal open title body/> }.into_any()
}

fn question(state: BoardState, open: RwSignal<bool>) -> AnyView {
    let typed = RwSignal::new(String::new());
    // the list may come in anew while the question stands
    let outcome = Memo::new_with_compare(
        move |_| {
            let _ = state.list.known();
            outcome(state)
        },
        |_, _| true,
    );
    let count = move || outcome.read().0.tasks.len();
    let confirmed = Memo::new(move |_| {
        let count = count();
        count > 0 && typed.read().trim() == count.to_string()
    });
    let cancel = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        if confirmed.get_untracked() {
            open.set(false);
            carry_out(state, RunKind::Cancel, outcome.get_untracked().0.tasks);
        }
    };
    view! {
        <form on:submit=cancel>
            <h2>{move || words::cancel_title(count())}</h2>
            <p>{move || words::cancel_consequence(outcome.read().1)}</p>
            {move || outcome.read().0.notes()}
            <div class="field">
                <label for="cancel-count">{move || words::cancel_type(count())}</label>
                <input class="input" id="cancel-count" inputmode="numeric" autocomplete="off" prop:value=typed on:input:target=move |ev| typed.set(ev.target().value())/>
            </div>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| open.set(false)>{townhall::KEEP_EVENT}</button>
                <button type="submit" class="button danger" disabled=move || !confirmed.get()>{words::CANCEL}</button>
            </div>
        </form>
    }
    .into_any()
}

/// The tasks, and how many people will be told.
fn outcome(state: BoardState) -> (Outcome, usize) {
    let (mut outcome, mut told) = (Outcome::default(), 0);
    let rules = state.workspace.rules();
    for mine in chosen(state) {
        let event = &mine.event;
        let title = event.display_name.as_deref();
        let row = BoardRow::of(&mine, &*rules);
        match row.permissions(timer::now()).cancel.why_not() {
            None => {
                told += Notified::of_event(event).invited;
                let task = Task::cancel(title.unwrap_or_default(), event.kind, &event.id);
                outcome.tasks.push(task);
            }
            Some(why) => outcome.leave_out(title, words::why_not(why).to_owned()),
        }
    }
    (outcome, told)
}
