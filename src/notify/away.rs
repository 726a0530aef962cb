//! What happened while nobody looked.

use super::hub::Hub;
use super::when::exact;
use crate::i18n::event as names;
use crate::i18n::notify as words;
use crate::routes::Page;
use leptos::prelude::*;
use planning::notify::{Difference, Missed};

/// The list of what is different; nothing when nothing is.
pub(super) fn card(hub: Hub) -> AnyView {
    (move || {
        let missed = hub.away.get();
        if missed.is_empty() {
            return ().into_any();
        }
        let each = missed.into_iter().map(|it| row(hub, &it)).collect_view();
        view! {
            <section class="card stack-tight" aria-labelledby="notify-away">
                <div class="row between">
                    <h2 id="notify-away">{words::AWAY}</h2>
                    <button type="button" class="button" on:click=move |_| hub.away.set(Vec::new())>{words::AWAY_DONE}</button>
                </div>
                <p class="quiet">{words::AWAY_TEXT}</p>
                <ul class="plain rows">{each}</ul>
            </section>
        }
        .into_any()
    })
    .into_any()
}

fn row(hub: Hub, missed: &Missed) -> AnyView {
    let title = names::title(&missed.seen.title);
    let said = words::difference(&missed.difference, |at| exact(hub, at));
    let title = match missed.difference {
        Difference::Gone => view! { <strong dir="auto">{title}</strong> }.into_any(),
        _ => {
            let page = Page::Event(missed.seen.kind.into(), missed.event.clone());
            view! { <a href=page.path() dir="auto">{title}</a> }.into_any()
        }
    };
    view! { <li><span class="what">{title}<span class="quiet">{said}</span></span></li> }.into_any()
}
