//! A picture as a file.

use super::Names;
use super::picture::Drawn;
use crate::browser::{download, picture};
use crate::i18n::chart as words;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::invitation::file_name;

/// Buttons that hand out the picture, drawn by lines and by pixels.
pub(super) fn buttons(names: Names, drawn: Drawn) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let svg = move |_| {
        let saved = drawn.alone().map(|(svg, _)| {
            let name = file_name(names.title, "svg");
            download::save(&name, "image/svg+xml", svg.as_bytes())
        });
        if !matches!(saved, Some(Ok(()))) {
            toasts.say(words::NOT_SAVED);
        }
    };
    let png = move |_| {
        let Some((svg, size)) = drawn.alone() else {
            toasts.say(words::NOT_SAVED);
            return;
        };
        leptos::task::spawn_local(async move {
            let address = picture::png_of_svg(&svg, size).await;
            let name = file_name(names.title, "png");
            let saved = address.map(|address| download::save_from(&name, &address));
            if !matches!(saved, Some(Ok(()))) {
                toasts.say(words::NOT_SAVED);
            }
        });
    };
    let label = |word: &'static str| [word, &words::of(names.title)].concat();
    view! {
        <button type="button" class="button subtle" aria-label=label(words::SAVE_SVG) on:click=svg>{words::SAVE_SVG}</button>
        <button type="button" class="button subtle" aria-label=label(words::SAVE_PNG) on:click=png>{words::SAVE_PNG}</button>
    }
    .into_any()
}
