//! The subscriptions.

use super::hub::Hub;
use super::item::item;
use crate::i18n::notify as words;
use crate::shell::problem::problem_view;
use leptos::prelude::*;
use virtual_events::SubscriptionId;

/// All of them, those that end last first.
pub(super) fn card(hub: Hub) -> AnyView {
    let ids = Memo::new(move |_| {
        hub.ledger.with(|ledger| {
            let all = ledger.all().into_iter();
            all.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        })
    });
    let problem = move || {
        let again = Callback::new(move |()| leptos::task::spawn_local(hub.compare()));
        hub.problem
            .get()
            .map(|error| problem_view(&error, Some(again)))
    };
    view! {
        <section class="card stack-tight" aria-labelledby="notify-list">
            <div class="row between">
                <h2 id="notify-list">{words::SUBSCRIPTIONS}</h2>
                <button type="button" class="button" on:click=move |_| leptos::task::spawn_local(hub.compare())>{words::READ_AGAIN}</button>
            </div>
            {problem}
            {rows(hub, ids)}
        </section>
    }
    .into_any()
}

/// Those of a list of ids.
pub(super) fn rows(hub: Hub, ids: Memo<Vec<SubscriptionId>>) -> AnyView {
    let empty = move || {
        let none = ids.with(Vec::is_empty) && hub.compared.get();
        none.then(|| view! { <p class="quiet">{words::NO_SUBSCRIPTIONS}</p> })
    };
    view! {
        {empty}
        <ul class="plain rows subscriptions">
            <For each=move || ids.get() key=Clone::clone let(id)>{item(hub, id)}</For>
        </ul>
    }
    .into_any()
}
