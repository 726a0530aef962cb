//! The page, put together.

use super::hub::hub;
use super::{away, builder, feed, held, list, paste, setting, standing};
use crate::browser::page::set_title;
use crate::i18n::notify as words;
use crate::shell::Workspace;
use leptos::prelude::*;

/// How notifications come, what has happened, and the subscriptions.
pub(super) fn page() -> AnyView {
    set_title(words::TITLE);
    let hub = hub(Workspace::expect());
    hub.list.ensure(30 * 60);
    leptos::task::spawn_local(hub.compare());
    let building = RwSignal::new(false);
    view! {
        <div class="page-head">
            <h1>{words::TITLE}</h1>
            <button type="button" class="button primary" on:click=move |_| building.set(true)>{words::NEW_SUBSCRIPTION}</button>
        </div>
        <div class="stack notify">
            <p class="quiet">{words::LEAD}</p>
            {standing::card(hub)}
            {builder::dialog(hub, building, None)}
            {away::card(hub)}
            {feed::card(hub, None)}
            {list::card(hub)}
            {held::card(hub)}
            {setting::card(hub)}
            {paste::card()}
        </div>
    }
    .into_any()
}
