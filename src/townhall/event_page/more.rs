//! What is done with an event now and then.

use super::state::EventState;
use crate::chunk::chunk_view;
use crate::i18n::templates as words;
use crate::templates;
use crate::ui::dialog::Modal;
use leptos::prelude::*;

const MENU: &str = "event-more";

/// The menu's button, the menu, and the dialogs it opens.
pub(super) fn menu(state: EventState) -> AnyView {
    let (copies, saves) = (RwSignal::new(false), RwSignal::new(false));
    let item = |label: &'static str, open: RwSignal<bool>| {
        view! {
            <button
                type="button"
                class="button"
                popovertarget=MENU
                popovertargetaction="hide"
                on:click=move |_| crate::browser::timer::after(0, move || open.set(true))
            >
                {label}
            </button>
        }
    };
    let waiting = || {
        view! { <span class="skeleton" style="block-size:160px" aria-busy="true"></span> }
            .into_any()
    };
    let close = |open: RwSignal<bool>| Callback::new(move |()| open.set(false));
    view! {
        <span class="more">
            <button type="button" class="button" popovertarget=MENU>{words::MORE}</button>
            <div class="account-menu menu more-menu" id=MENU popover="auto">
                {item(words::DUPLICATE, copies)}
                {item(words::SAVE_AS, saves)}
            </div>
        </span>
        <Modal
            open=copies
            title=words::DUPLICATE
            body=move || chunk_view(templates::duplicate(state, close(copies)), waiting())
        />
        <Modal
            open=saves
            title=words::SAVE_AS
            body=move || chunk_view(templates::save_as_template(state, close(saves)), waiting())
        />
    }
    .into_any()
}
