//! What the signed-in user did to the event lately, as far as this browser knows.

use super::state::EventState;
use crate::history;
use crate::i18n::{history as words, when};
use leptos::prelude::*;
use planning::Reader;
use planning::history::Change;
use planning::when::near;

/// How many are shown before somebody asks for all.
const AT_FIRST: usize = 5;

/// The card; nothing while nothing is remembered.
pub(super) fn card(state: EventState) -> AnyView {
    let changes = RwSignal::new(Vec::<Change>::new());
    let all = RwSignal::new(false);
    history::follow(state.workspace.person(), state.id(), move |known| {
        // the page may be left by now
        let _ = changes.try_set(known);
    });
    (move || {
        let known = changes.get();
        if known.is_empty() {
            return ().into_any();
        }
        let shown = if all.get() { known.len() } else { AT_FIRST };
        let more = (known.len() > shown).then(|| {
            view! { <button type="button" class="button subtle" on:click=move |_| all.set(true)>{words::ALL}</button> }
        });
        let rows = known.into_iter().take(shown).map(|it| row(state, &it));
        view! {
            <section class="card stack-tight" aria-labelledby="recent">
                <h2 id="recent">{words::TITLE}</h2>
                <ul class="plain stack-tight">{rows.collect_view()}</ul>
                {more}
                <p class="quiet small">{words::HELP}</p>
            </section>
        }
        .into_any()
    })
    .into_any()
}

fn row(state: EventState, change: &Change) -> AnyView {
    let at = change.at;
    // words that change once a minute must not be written every second
    let ago = Memo::new(move |_| {
        let (zone, rules) = (state.workspace.zone(), state.workspace.rules());
        let now = state.clock.now();
        // the page's clock ticks by seconds, and what was just done is a little ahead of it
        when::near(near(at.min(now), &Reader::new(now, &zone, &*rules)))
    });
    view! { <li><span dir="auto">{words::deed(&change.deed)}</span>" "<span class="quiet small">{ago}</span></li> }
        .into_any()
}
