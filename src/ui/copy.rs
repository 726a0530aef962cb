//! A button that puts a text on the clipboard and says so.

use crate::browser::clipboard;
use crate::i18n::failure as words;
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use leptos::prelude::*;

/// A button named `label` that copies `text` and then says `done`.
///
/// Where the clipboard is refused, the text is shown so that it can be copied by hand.
pub(crate) fn copy_button(label: &'static str, done: &'static str, text: String) -> AnyView {
    button("button", label, done, text)
}

/// The same as the page's primary action.
pub(crate) fn primary_copy_button(
    label: &'static str,
    done: &'static str,
    text: String,
) -> AnyView {
    button("button primary", label, done, text)
}

fn button(class: &'static str, label: &'static str, done: &'static str, text: String) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            match clipboard::write(&text).await {
                Ok(()) => toasts.say(done),
                Err(clipboard::Refused) => toasts.say([words::COPY_BY_HAND, &text].concat()),
            }
        });
    };
    view! { <button type="button" class=class on:click=copy>{icon(Icon::Copy)}{label}</button> }
        .into_any()
}
