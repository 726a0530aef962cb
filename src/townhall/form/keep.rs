//! What is typed survives: kept in this browser, for this account and this form.

use super::state::{FormState, Purpose};
use crate::browser::format::{self, Style};
use crate::browser::storage::{self, Keep};
use crate::i18n::form as words;
use crate::session::Person;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::Reader;
use planning::draft::TownhallDraft;
use serde::{Deserialize, Serialize};
use virtual_events::UtcInstant;

/// What was typed, and when.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) at: UtcInstant,
    pub(super) draft: TownhallDraft,
}

fn key(person: &Person, purpose: &Purpose) -> String {
    match purpose {
        Purpose::New => person.storage_key("draft.new"),
        Purpose::Edit(event) => person.storage_key(&["draft.", event.id.as_str()].concat()),
    }
}

/// What was typed into the same form before and never sent.
pub(super) fn read(person: &Person, purpose: &Purpose) -> Option<Kept> {
    let text = storage::read(Keep::Browser, &key(person, purpose))?;
    serde_json::from_slice(text.as_bytes()).ok()
}

/// Keeps what is typed, whenever it changes.
pub(super) fn keep_typing(form: FormState) {
    let key = form
        .purpose
        .with_value(|purpose| key(&form.workspace.person(), purpose));
    Effect::new(move |first: Option<()>| {
        let draft = form.draft.get();
        if first.is_none() {
            return;
        }
        // nothing is typed, or no longer: there is nothing to come back to
        if draft == form.untouched.get_untracked() {
            storage::remove(Keep::Browser, &key);
            form.kept.set(None);
            return;
        }
        let kept = Kept {
            at: form.now(),
            draft,
        };
        let written = serde_json::to_string(&kept)
            .ok()
            .and_then(|text| storage::write(Keep::Browser, &key, &text).ok());
        form.kept.set(Some(written.map(|()| kept.at).ok_or(())));
    });
}

/// Forgets what is kept: it was sent, or the user starts over.
pub(super) fn forget(form: FormState) {
    let key = form
        .purpose
        .with_value(|purpose| key(&form.workspace.person(), purpose));
    storage::remove(Keep::Browser, &key);
}

/// Says that the form goes on where it was left, and that it can't be kept where it can't.
pub(super) fn banner(form: FormState) -> AnyView {
    let restored = move || {
        let at = form.restored.get()?;
        let zone = form.workspace.zone();
        let when = [
            format::instant(at, &zone, Style::Day).as_str(),
            ", ",
            &format::instant(at, &zone, Style::Time),
        ]
        .concat();
        Some(view! {
            <div class="message" role="status">
                {icon(Icon::Info)}
                <p>{words::restored(&when)}</p>
                <div class="row"><button type="button" class="button" on:click=move |_| start_over(form)>{words::START_OVER}</button></div>
            </div>
        })
    };
    let not_kept = move || {
        matches!(form.kept.get(), Some(Err(()))).then(|| view! {
            <div class="message warning" role="status">{icon(Icon::Warning)}<p>{words::NOT_KEPT}</p></div>
        })
    };
    view! { {restored}{not_kept} }.into_any()
}

fn start_over(form: FormState) {
    let (zone, rules) = (form.workspace.zone(), form.workspace.rules());
    let fresh = form.purpose.with_value(|purpose| match purpose {
        Purpose::New => TownhallDraft::new(&Reader::new(form.now(), &zone, &*rules)),
        Purpose::Edit(event) => TownhallDraft::from_event(event, &*rules),
    });
    form.start_over(fresh);
    forget(form);
}
