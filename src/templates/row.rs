//! One template in the list.

use super::begin::Beginning;
use super::page::Templates;
use super::shelf::{self, Own};
use crate::browser::download;
use crate::i18n::{event as names, templates as words};
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::template::Template;
use std::sync::Arc;

/// One of this person's.
pub(super) fn own_row(templates: Templates, own: Own) -> AnyView {
    let template = Arc::new(own.template.clone());
    let label = words::forget(&own.template.name);
    let forget = move |_| forget(templates, own.clone());
    let tools = view! {
        {share(&template)}
        <button type="button" class="button subtle" aria-label=label on:click=forget>{icon(Icon::Dismiss)}</button>
    };
    row(&template, tools.into_any())
}

/// One of the organization's.
pub(super) fn organization_row(template: Template) -> AnyView {
    let template = Arc::new(template);
    row(&template, share(&template))
}

fn row(template: &Arc<Template>, tools: AnyView) -> AnyView {
    let beginning = Beginning::expect();
    let used = Arc::clone(template);
    let begin = move |_| {
        let template = Arc::clone(&used);
        let rules = crate::shell::Workspace::expect().rules();
        let draft = template.begin(&beginning.fresh(), &*rules);
        leptos::task::spawn_local(beginning.begin(draft));
    };
    let what = words::what(
        names::kind(template.draft.kind),
        &names::title(&template.draft.title),
        template.draft.length_minutes,
    );
    view! {
        <li>
            <span class="who">
                <strong dir="auto">{template.name.clone()}</strong>
                <span class="quiet small" dir="auto">{what}</span>
            </span>
            <span class="row end">
                <button type="button" class="button" aria-label=words::begin(&template.name) on:click=begin>{words::USE}</button>
                {tools}
            </span>
        </li>
    }
    .into_any()
}

fn share(template: &Arc<Template>) -> AnyView {
    let (label, template) = (words::share(&template.name), Arc::clone(template));
    let save = move |_| {
        let name = words::file(&template.name);
        // A browser that refuses says so itself.
        let _ = download::save(&name, "application/json", template.to_text().as_bytes());
    };
    view! { <button type="button" class="button subtle" aria-label=label on:click=save>{words::SAVE_FILE}</button> }
        .into_any()
}

/// Forgets a template, until it is asked back.
fn forget(templates: Templates, own: Own) {
    let toasts = expect_context::<Toasts>();
    let person = templates.workspace.person();
    leptos::task::spawn_local(async move {
        if shelf::forget(&person, &own.key).await.is_err() {
            toasts.say(words::NOT_KEPT);
            return;
        }
        toasts.undoable(words::FORGOTTEN, move || {
            leptos::task::spawn_local(async move {
                if shelf::keep_again(&person, &own).await.is_err() {
                    toasts.say(words::NOT_KEPT);
                }
            });
        });
    });
}
