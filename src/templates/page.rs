//! The page of all templates.

use super::row::{organization_row, own_row};
use super::shelf::{self, Own};
use crate::browser::page::set_title;
use crate::i18n::templates as words;
use crate::shell::Workspace;
use crate::ui::file::file_button;
use crate::ui::message::{Details, Tone, message};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::draft::StoredDraftError;
use planning::template::Template;

/// Templates as far as they are read.
#[derive(Clone, Copy)]
pub(super) struct Templates {
    own: RwSignal<Option<Vec<Own>>>,
    organization: RwSignal<(Vec<Template>, usize)>,
    /// Whether the browser keeps templates at all.
    kept: RwSignal<bool>,
    pub(super) workspace: Workspace,
}

impl Templates {
    /// Reads this person's, again whenever one is kept or forgotten.
    fn follow(self) {
        shelf::follow(self.workspace.person(), move |own| {
            // the page may be left by now
            let _ = self.kept.try_set(own.is_ok());
            let _ = self.own.try_set(Some(own.unwrap_or_default()));
        });
    }
}

pub(super) fn page() -> AnyView {
    set_title(words::TITLE);
    let templates = Templates {
        own: RwSignal::new(None),
        organization: RwSignal::default(),
        kept: RwSignal::new(true),
        workspace: Workspace::expect(),
    };
    templates.follow();
    leptos::task::spawn_local(async move {
        let _ = templates
            .organization
            .try_set(shelf::of_organization().await);
    });
    view! {
        <div class="page-head"><h1>{words::TITLE}</h1>{open_file(templates)}</div>
        <div class="stack narrow-list">
            {move || (!templates.kept.get()).then(|| message(
                Tone::Warning,
                words::STORAGE,
                words::STORAGE_TEXT.to_owned(),
                &Details::default(),
                ().into_any(),
            ))}
            {move || own(templates)}
            {move || organization(templates)}
        </div>
    }
    .into_any()
}

fn own(templates: Templates) -> AnyView {
    let Some(own) = templates.own.get() else {
        return view! { <span class="skeleton" style="block-size:120px" aria-busy="true"></span> }
            .into_any();
    };
    let inside = if own.is_empty() {
        view! { <p class="quiet">{words::NONE}</p> }.into_any()
    } else {
        let rows = own.into_iter().map(|it| own_row(templates, it));
        view! { <ul class="plain rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="card stack-tight" aria-labelledby="own">
            <h2 id="own">{words::OWN}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn organization(templates: Templates) -> Option<AnyView> {
    let (given, unreadable) = templates.organization.get();
    if given.is_empty() && unreadable == 0 {
        return None;
    }
    let rows = given.into_iter().map(organization_row);
    Some(
        view! {
            <section class="card stack-tight" aria-labelledby="organization">
                <h2 id="organization">{words::ORGANIZATION}</h2>
                <ul class="plain rows">{rows.collect_view()}</ul>
                {(unreadable > 0).then(|| view! { <p class="quiet">{words::unreadable(unreadable)}</p> })}
            </section>
        }
        .into_any(),
    )
}

/// Takes in a template that somebody shared as a file.
fn open_file(templates: Templates) -> AnyView {
    let toasts = expect_context::<Toasts>();
    file_button(
        words::OPEN_FILE,
        ".json,application/json",
        move |bytes| match Template::from_text(&String::from_utf8_lossy(&bytes)) {
            Ok(template) => leptos::task::spawn_local(async move {
                let person = templates.workspace.person();
                let kept = shelf::keep(&person, &template).await;
                toasts.say(kept.map_or(words::NOT_KEPT, |()| words::SAVED));
            }),
            Err(StoredDraftError::Unreadable) => toasts.say(words::NO_TEMPLATE),
            Err(StoredDraftError::Newer { .. }) => toasts.say(words::NEWER),
        },
    )
}
