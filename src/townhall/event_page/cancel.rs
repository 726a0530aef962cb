//! The question before cancelling: confirmed by typing the title.

use super::state::EventState;
use crate::i18n::{event as names, townhall as words};
use crate::shell::Attempt;
use crate::ui::dialog::Modal;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::draft::Notified;
use virtual_events::VirtualEvent;

/// Asks, says who will be told, cancels.
pub(super) fn dialog(state: EventState) -> AnyView {
    let title = words::cancel_title(state.kind).to_owned();
    // what is typed into it must outlast a newer state of the event
    let body = move || untrack(|| state.event()).map(|event| question(state, &event));
    view! { <Modal open=state.asks_cancel title body/> }.into_any()
}

/// Titles are compared as people type them: blanks at the ends and letter case don't count.
fn same(typed: &str, title: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<_> = text.split_whitespace().collect();
        js_sys::JsString::from(words.join(" ")).to_lower_case()
    };
    plain(typed) == plain(title)
}

fn question(state: EventState, event: &VirtualEvent) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let name = event
        .display_name
        .clone()
        .filter(|name| !name.trim().is_empty());
    let name = name.unwrap_or_else(|| names::UNTITLED.to_owned());
    let consequence = words::cancel_consequence(Notified::of_event(event));
    let typed = RwSignal::new(String::new());
    let attempt = Attempt::new();
    let label = words::cancel_type(&name);
    let confirmed = Memo::new(move |_| same(&typed.read(), &name));
    let cancel = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        if !confirmed.get_untracked() {
            return;
        }
        attempt.make(Box::pin(async move {
            state.cancel().await?;
            state.asks_cancel.set(false);
            toasts.say(words::CANCELLED);
            Ok(())
        }));
    };
    view! {
        <form on:submit=cancel>
            <h2>{words::cancel_title(state.kind)}</h2>
            <p>{consequence}</p>
            <div class="field">
                <label for="cancel-title" dir="auto">{label}</label>
                <input class="input" id="cancel-title" autocomplete="off" prop:value=typed on:input:target=move |ev| typed.set(ev.target().value())/>
            </div>
            {attempt.problem()}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| state.asks_cancel.set(false)>{words::KEEP_EVENT}</button>
                <button type="submit" class="button danger" disabled=move || !confirmed.get() aria-busy=move || attempt.busy()>{words::CANCEL_EVENT}</button>
            </div>
        </form>
    }
    .into_any()
}
