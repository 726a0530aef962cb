//! The description as others wrote it.

use super::rich::rich;
use super::state::EventState;
use crate::i18n::townhall as words;
use leptos::prelude::*;

/// The section.
pub(super) fn section(state: EventState) -> AnyView {
    let body = Memo::new(move |_| state.event().and_then(|event| event.description.clone()));
    view! {
        <section class="card stack-tight" aria-labelledby="about">
            <h2 id="about">{words::ABOUT}</h2>
            {rich(body, words::NO_DESCRIPTION)}
        </section>
    }
    .into_any()
}
