//! The way from one event to many.

use super::state::FormState;
use crate::i18n::series as words;
use crate::router::Router;
use crate::routes::new_series;
use crate::series;
use leptos::prelude::*;

/// The section, for an event that isn't there yet.
pub(super) fn section(form: FormState) -> Option<AnyView> {
    if form.edits() {
        return None;
    }
    let router = Router::expect();
    let go = move |_| {
        // What is missing is said now, beside its field, and not on the next page.
        if form.try_to_send() {
            let [name] = untrack(|| router.query(["draft"]));
            let draft = form.draft.get_untracked();
            series::leave(&name, draft);
            router.push(&new_series(&name));
        } else {
            super::errors::focus("errors");
        }
    };
    Some(
        view! {
            <section class="card" aria-labelledby="repeat">
                <h2 id="repeat">{words::REPEAT}</h2>
                <p class="quiet">{words::repeat_text(form.kind)}</p>
                <div class="row"><button type="button" class="button" on:click=go>{words::REPEAT_BUTTON}</button></div>
            </section>
        }
        .into_any(),
    )
}
