//! What is shown when something can't go on.

use crate::browser::page;
use crate::i18n::failure as words;
use crate::session::SignInNotice;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;

/// A chunk could not be loaded: the network is gone, or a new version was deployed.
pub(crate) fn chunk_missing() -> AnyView {
    let message = message(
        Tone::Error,
        words::CHUNK_TITLE,
        words::CHUNK_TEXT.to_owned(),
        &Details::default(),
        view! { <button class="button" on:click=|_| page::reload()>{words::RELOAD}</button> }
            .into_any(),
    );
    // It stands where a page would, which has a heading.
    view! { <h1 class="visually-hidden">{words::CHUNK_TITLE}</h1>{message} }.into_any()
}

/// The same, for the signed-out page.
pub(crate) fn chunk_notice() -> SignInNotice {
    SignInNotice::plain(words::CHUNK_TITLE, words::CHUNK_TEXT)
}
