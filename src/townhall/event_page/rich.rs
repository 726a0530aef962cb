//! Text of other people's, made safe.

use crate::browser::html;
use crate::browser::module::sanitizer::Sanitizer;
use leptos::prelude::*;
use virtual_events::{BodyType, ItemBody};

/// The text; HTML is shown as words until what makes it safe is there. `nothing` stands for none.
pub(crate) fn rich(body: Memo<Option<ItemBody>>, nothing: &'static str) -> AnyView {
    let sanitizer = RwSignal::new_local(None::<Sanitizer>);
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
        let plain = match is_html(&body) {
            true => html::text_of(&content),
            false => content.clone(),
        };
        let plain = plain.trim().to_owned();
        if plain.is_empty() {
            return view! { <p class="quiet">{nothing}</p> }.into_any();
        }
        match sanitizer.get().filter(|_| is_html(&body)) {
            Some(sanitizer) => {
                view! { <div class="rich" dir="auto" inner_html=sanitizer.shown(&content)></div> }
                    .into_any()
            }
            None => view! { <p class="prose" dir="auto">{plain}</p> }.into_any(),
        }
    };
    text.into_any()
}

fn is_html(body: &ItemBody) -> bool {
    body.content_type == Some(BodyType::Html)
}
