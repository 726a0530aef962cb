//! The question before a new event is published at once.

use super::state::FormState;
use crate::i18n::townhall as words;
use crate::townhall::checklist;
use crate::ui::dialog::Modal;
use leptos::prelude::*;
use planning::checklist::Around;
use planning::draft::Notified;
use virtual_events::Audience;

/// Asks, says who will be told, then creates and publishes.
pub(super) fn dialog(form: FormState) -> AnyView {
    let title = Signal::derive(move || words::publish_title(form.draft.read().title.trim()));
    let body = move || question(form, title);
    view! { <Modal open=form.asks_publish title body/> }.into_any()
}

fn question(form: FormState, title: Signal<String>) -> AnyView {
    let (notified, everyone) = form.draft.with_untracked(|draft| {
        (
            Notified::of_draft(draft),
            draft.audience == Audience::Everyone,
        )
    });
    let around = Around {
        presenters: Some(form.draft.with_untracked(|it| it.presenters.len())),
        questions: None,
    };
    let list = form
        .draft
        .with_untracked(|draft| checklist::list(draft, around, form.now()));
    let send = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        form.asks_publish.set(false);
        form.create(super::send::Then::Publish);
    };
    view! {
        <form on:submit=send>
            <h2 dir="auto">{title}</h2>
            <p>{words::publish_consequence(notified, everyone)}</p>
            {list}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| form.asks_publish.set(false)>{words::NEVER_MIND}</button>
                <button type="submit" class="button primary">{words::PUBLISH}</button>
            </div>
        </form>
    }
    .into_any()
}
