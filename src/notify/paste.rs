//! What a notification means that somebody pasted.

use crate::i18n::notify as words;
use crate::routes::Page;
use crate::ui::copy::copy_button;
use leptos::prelude::*;
use planning::notify::{Happened, Manner, Meaning, Pasted, pasted};

/// The field, and what is in it.
pub(super) fn card() -> AnyView {
    let text = RwSignal::new(String::new());
    let meaning = Memo::new(move |_| pasted(&text.read()));
    view! {
        <details class="card paste">
            <summary>{words::MEANS}</summary>
            <div class="stack-tight">
                <div class="field">
                    <label for="notify-paste">{words::PASTE}</label>
                    <p class="help" id="notify-paste-help">{words::PASTE_HELP}</p>
                    <textarea class="input" id="notify-paste" spellcheck="false" autocomplete="off" aria-describedby="notify-paste-help" on:input:target=move |ev| text.set(ev.target().value())></textarea>
                </div>
                <div role="status">{move || shown(meaning.get())}</div>
            </div>
        </details>
    }
    .into_any()
}

fn shown(pasted: Pasted) -> AnyView {
    match pasted {
        Pasted::Nothing => ().into_any(),
        Pasted::Unknown => view! { <p class="problem">{words::PASTED_UNKNOWN}</p> }.into_any(),
        Pasted::ValidationToken(token) => view! {
            <p>{words::ANSWER_WITH}</p>
            <pre>{token.clone()}</pre>
            {copy_button(words::COPY_TOKEN, words::TOKEN_COPIED, token)}
        }
        .into_any(),
        Pasted::Notifications(meanings, unread) => {
            let rows = meanings.iter().map(row).collect_view();
            let unread =
                (unread > 0).then(|| view! { <p class="quiet">{words::unread_items(unread)}</p> });
            view! { <ul class="plain rows">{rows}</ul>{unread} }.into_any()
        }
    }
}

fn row(meaning: &Meaning) -> AnyView {
    let said = words::happened(meaning);
    let link = match &meaning.happened {
        Happened::Changed { subject, .. } => subject.event.clone().map(|id| {
            let kind = words::subject(subject.kind);
            let named = [kind, " ", id.as_str()].concat();
            let open = subject.kind.map(|kind| {
                let page = Page::Event(kind, id);
                view! { <a href=page.path()>{words::OPEN_EVENT}</a> }
            });
            view! { <span class="quiet small wrap">{named}</span>{open} }
        }),
        Happened::Lifecycle(_) => None,
    };
    let old = (meaning.manner == Manner::Of2023)
        .then(|| view! { <span class="quiet small">{words::OLD_MANNER}</span> });
    view! { <li><span class="what"><span>{said}</span>{link}{old}</span></li> }.into_any()
}
