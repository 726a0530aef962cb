//! The list of keys, and the switch for those who press them by accident.

use super::{OFF, Shortcuts};
use crate::browser::storage::{self, Keep};
use crate::i18n::shortcuts as words;
use crate::ui::dialog::Modal;
use leptos::prelude::*;

/// The dialog, open.
pub(super) fn dialog(shortcuts: Shortcuts) -> AnyView {
    let body = move || list(shortcuts);
    view! { <Modal open=shortcuts.help title=words::TITLE.to_owned() body/> }.into_any()
}

fn list(shortcuts: Shortcuts) -> AnyView {
    let keys = words::KEYS.map(|(keys, what)| {
        let keys = keys
            .iter()
            .map(|key| view! { <kbd>{*key}</kbd> })
            .collect_view();
        view! { <div class="key-row"><dt>{keys}</dt><dd>{what}</dd></div> }
    });
    let switch = move |on: bool| {
        shortcuts.wanted.set(on);
        if on {
            storage::remove(Keep::Browser, OFF.0);
        } else {
            // Where nothing can be kept it holds until the page is loaded anew.
            let _ = storage::write(Keep::Browser, OFF.0, OFF.1);
        }
    };
    view! {
        <div class="stack">
            <h2>{words::TITLE}</h2>
            <dl class="keys">{keys.into_iter().collect_view()}</dl>
            <label class="check">
                <input type="checkbox" prop:checked=shortcuts.wanted on:change:target=move |ev| switch(ev.target().checked())/>
                {words::SWITCH}
            </label>
            <div class="actions"><button type="button" class="button" on:click=move |_| shortcuts.help.set(false)>{words::CLOSE}</button></div>
        </div>
    }
    .into_any()
}
