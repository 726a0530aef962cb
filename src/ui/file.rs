//! Taking in a file.

use crate::browser::download;
use leptos::prelude::*;

/// A button that asks for a file and hands on its bytes; none for one that can't be read.
pub(crate) fn file_button(
    label: &'static str,
    accept: &'static str,
    read: impl Fn(Vec<u8>) + Copy + 'static,
) -> AnyView {
    let chosen = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let Some(file) = download::chosen(&ev.target()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            read(download::read(&file).await.unwrap_or_default());
        });
    };
    view! {
        <label class="button subtle file-button">
            <input type="file" class="visually-hidden" accept=accept on:change:target=chosen/>
            {label}
        </label>
    }
    .into_any()
}
