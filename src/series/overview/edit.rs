//! A change of one event, and how far it goes.

use super::change::Change;
use super::state::SeriesState;
use super::{fields, list, outcome, people, scope};
use crate::i18n::{series as words, townhall};
use leptos::prelude::*;
use planning::run::RunKind;
use planning::series::Deed;
use virtual_events::EventId;

/// The view.
pub(super) fn page(state: SeriesState, id: &EventId) -> AnyView {
    let Some(anchor) = scope::anchor(state, id) else {
        return super::unknown();
    };
    let kind = anchor.mine.event.kind;
    let heading = words::heading(Deed::Edit, kind);
    let label = heading.clone();
    let shown = list::when(state, &anchor).first;
    let change = Change::of(state, &anchor);
    let look = Memo::new(move |_| change.look());
    let ready = Memo::new(move |_| {
        let look = look.read();
        look.changed > 0 && !look.blocked && !change.people.is_open()
    });
    let send = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        if ready.get_untracked() {
            let title = untrack(|| state.title()).unwrap_or_default();
            let tasks = untrack(|| change.tasks());
            state.sending.begin(RunKind::Edit, &title, tasks);
        }
    };
    view! {
        <form class="form series" novalidate aria-label=label on:submit=send>
            <h2>{heading}</h2>
            <p class="quiet">{shown}</p>
            <section class="card">{scope::choice(change.how_far)}</section>
            <section class="card">{fields::fields(change.draft)}</section>
            {people::section(change)}
            <section class="card" aria-labelledby="becomes">
                <h2 id="becomes">{words::WHAT_BECOMES}</h2>
                {move || outcome::list(look.read().lines.iter().map(outcome::item).collect())}
            </section>
            <div class="form-foot">
                <button type="submit" class="button primary" disabled=move || !ready.get()>
                    {move || words::change(kind, look.read().changed)}
                </button>
                <a href=state.path() class="button">{townhall::BACK}</a>
            </div>
        </form>
    }
    .into_any()
}
