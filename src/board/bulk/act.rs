//! The bar: how many are ticked, and what can be done with them.

use super::super::state::BoardState;
use super::{cancel, edit};
use crate::i18n::bulk as words;
use crate::run;
use leptos::prelude::*;
use std::collections::BTreeSet;
use virtual_events::{EventId, MyEvent};

/// The events that are ticked and match, as the list knows them now; tracks what is ticked.
pub(super) fn chosen(state: BoardState) -> Vec<MyEvent> {
    let ticked: BTreeSet<EventId> = state.ticked.get().into_iter().collect();
    let mut events = super::events(state);
    events.retain(|mine| ticked.contains(&mine.event.id));
    events
}

pub(super) fn bar(state: BoardState) -> AnyView {
    let count = Memo::new(move |_| {
        let ticked = state.ticked.read();
        let ticked: BTreeSet<&EventId> = ticked.iter().collect();
        let ids = state.matching();
        ids.iter().filter(|id| ticked.contains(*id)).count()
    });
    let (edits, cancels) = (RwSignal::new(false), RwSignal::new(false));
    let free = Memo::new(move |_| count.get() > 0 && !run::busy());
    // what was done is in the list as soon as it has ended
    Effect::new(move |was: Option<bool>| {
        let busy = run::busy();
        if was == Some(true) && !busy {
            state.list.refresh();
        }
        busy
    });
    let open = move |dialog: RwSignal<bool>| {
        // what is about to be changed is looked at anew
        state.list.refresh();
        dialog.set(true);
    };
    view! {
        <section class="card stack bulk" aria-label=words::SELECTION>
            <div class="row">
                <span class="grow numbers" role="status">{move || words::selected(count.get())}</span>
                <button type="button" class="button" disabled=move || !free.get() on:click=move |_| open(edits)>{words::EDIT}</button>
                <button type="button" class="button danger" disabled=move || !free.get() on:click=move |_| open(cancels)>{words::CANCEL}</button>
                <button type="button" class="button subtle" on:click=move |_| state.ticked.set(Vec::new())>{words::CLEAR}</button>
            </div>
            {run::progress(move || {
                state.at_work.set(false);
                state.ticked.set(Vec::new());
            })}
            {edit::dialog(state, edits)}
            {cancel::dialog(state, cancels)}
        </section>
    }
    .into_any()
}
