//! The description as others wrote it, made safe.

use super::state::EventState;
use crate::browser::html;
use crate::browser::module::sanitizer::Sanitizer;
use crate::i18n::townhall as words;
use leptos::prelude::*;
use virtual_events::{BodyType, ItemBody};

/// The section. HTML is shown as words until what makes it safe is there.
pub(super) fn section(state: EventState) -> AnyView {
    let sanitizer = RwSignal::new_local(None::<Sanitizer>);
    let body = Memo::new(move |_| state.event().and_then(|event| event.description.clone()));
    Effect::new(move |asked: Option<bool>| {
        let wanted = body.read().as_ref().is_some_and(is_html);
        if wanted && asked != Some(true) {
            leptos::task::spawn_local(async move {
                // Without it the words stay, which is what matters.
                if let Ok(loaded) = Sanitizer::load().await {
                    let _ = sanitizer.try_set(Some(loaded));
                }
            });
        }
        wanted || asked == Some(true)
    });
    let text = move || {
        let body = body.get().unwrap_or_default();
        let content = body.content.clone().unwrap_or_default();
        let words = match is_html(&body) {
            true => html::text_of(&content),
            false => content.clone(),
        };
        let words = words.trim().to_owned();
        if words.is_empty() {
            return view! { <p class="quiet">{words::NO_DESCRIPTION}</p> }.into_any();
        }
        match sanitizer.get().filter(|_| is_html(&body)) {
            Some(sanitizer) => {
                view! { <div class="rich" dir="auto" inner_html=sanitizer.shown(&content)></div> }
                    .into_any()
            }
            None => view! { <p class="prose" dir="auto">{words}</p> }.into_any(),
        }
    };
    view! {
        <section class="card stack-tight" aria-labelledby="about">
            <h2 id="about">{words::ABOUT}</h2>
            {text}
        </section>
    }
    .into_any()
}

fn is_html(body: &ItemBody) -> bool {
    body.content_type == Some(BodyType::Html)
}
