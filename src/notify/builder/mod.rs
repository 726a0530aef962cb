//! A new subscription, to anything there is.

mod address;
mod spelled;
mod state;
mod submit;
mod what;

use super::hub::Hub;
use crate::i18n::notify as words;
use crate::ui::dialog::Modal;
use leptos::prelude::*;
use state::Building;
use virtual_events::{EventId, EventKind};

/// The dialog; `about` an event that it begins with.
pub(super) fn dialog(
    hub: Hub,
    open: RwSignal<bool>,
    about: Option<(EventKind, EventId)>,
) -> AnyView {
    let body = move || form(Building::new(hub, open, about.clone()));
    view! { <Modal open title=words::NEW_SUBSCRIPTION body/> }.into_any()
}

fn form(building: Building) -> AnyView {
    let go = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        submit::go(building);
    };
    view! {
        <form class="stack" on:submit=go novalidate>
            <h2>{words::NEW_SUBSCRIPTION}</h2>
            {what::fields(building)}
            {address::fields(building)}
            {submit::outcome(building)}
            {spelled::view(building)}
            {submit::actions(building)}
        </form>
    }
    .into_any()
}
