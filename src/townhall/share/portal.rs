//! The event on a page of a portal.

use super::state::Share;
use super::wording;
use crate::browser::clipboard;
use crate::i18n::{failure, share as words};
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::invitation::embed_code;

/// The snippet to paste.
pub(super) fn card(share: Share) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let code = Memo::new(move |_| {
        let event = share.event.event()?;
        let (label, link) = if share.registers_first() {
            (words::REGISTER, share.registration_link()?)
        } else {
            (words::JOIN, share.join_link()?)
        };
        let title = wording::invitation(share).title;
        Some(embed_code(
            &title,
            &wording::when(share, &event),
            label,
            &link,
        ))
    });
    let copy = move |_| {
        let code = code.get_untracked().unwrap_or_default();
        leptos::task::spawn_local(async move {
            match clipboard::write(&code).await {
                Ok(()) => toasts.say(words::EMBED_COPIED),
                Err(clipboard::Refused) => toasts.say([failure::COPY_BY_HAND, &code].concat()),
            }
        });
    };
    view! {
        <section class="card stack" aria-labelledby="share-portal">
            <h2 id="share-portal">{words::PORTAL}</h2>
            <div class="field">
                <label for="share-embed">{words::EMBED}</label>
                <p class="help" id="share-embed-help">{words::EMBED_HELP}</p>
                <textarea class="input code" id="share-embed" readonly spellcheck="false" aria-describedby="share-embed-help" prop:value=move || code.get().unwrap_or_default()></textarea>
            </div>
            <div class="row">
                <button type="button" class="button" on:click=copy>{icon(Icon::Copy)}{words::COPY_EMBED}</button>
            </div>
        </section>
    }
    .into_any()
}
