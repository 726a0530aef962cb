//! What is typed survives: kept in this browser, for this account and this form.

use super::state::{FormState, Purpose};
use crate::browser::download;
use crate::browser::format::{self, Style};
use crate::drafts::Keeper;
use crate::i18n::form as words;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::Reader;
use planning::draft::{DraftPlace, EventDraft, Unfinished};

impl FormState {
    /// The keeper of what is typed into the form at `place`.
    pub(super) fn keep_typing(self, place: &DraftPlace) {
        let told = move |went: Result<(), _>| {
            let _ = self
                .kept
                .try_set(Some(went.map(|()| self.now()).map_err(drop)));
        };
        let keeper = Keeper::of(&self.workspace.person(), place, told);
        self.keeper.set_value(Some(keeper.clone()));
        Effect::new(move |first: Option<()>| {
            let draft = self.draft.get();
            if first.is_none() {
                return;
            }
            // nothing is typed, or no longer: there is nothing to come back to
            if draft == self.untouched.get_untracked() {
                keeper.forget();
                if matches!(self.kept.get_untracked(), Some(Ok(_))) {
                    self.kept.set(None);
                }
            } else {
                keeper.keep(self.unfinished(draft));
            }
        });
    }

    fn unfinished(self, draft: EventDraft) -> Unfinished {
        Unfinished {
            at: self.now(),
            draft,
            before: self.edits().then(|| self.base.get_value()),
        }
    }

    /// Forgets what is kept when it is called, the form being left by then or not: it was sent, or
    /// the user starts over.
    pub(super) fn forgetting(self) -> impl FnOnce() {
        let keeper = self.keeper.get_value();
        move || {
            if let Some(keeper) = keeper {
                keeper.forget();
            }
        }
    }
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
    let cant_keep = Memo::new(move |_| matches!(form.kept.get(), Some(Err(()))));
    let not_kept = move || {
        cant_keep.get().then(|| view! {
            <div class="message warning" role="status">
                {icon(Icon::Warning)}
                <p>{words::NOT_KEPT}</p>
                <div class="row"><button type="button" class="button" on:click=move |_| save_file(form)>{words::SAVE_FILE}</button></div>
            </div>
        })
    };
    view! { {restored}{not_kept} }.into_any()
}

/// The draft as a file, for where the browser keeps nothing.
fn save_file(form: FormState) {
    let draft = form.draft.get_untracked();
    let text = form.unfinished(draft).to_text();
    // A browser that refuses says so itself.
    let _ = download::save(
        words::draft_file(form.kind),
        "application/json",
        text.as_bytes(),
    );
}

fn start_over(form: FormState) {
    let (zone, rules) = (form.workspace.zone(), form.workspace.rules());
    let fresh = form.purpose.with_untracked(|purpose| match purpose {
        Purpose::New => EventDraft::new(form.kind, &Reader::new(form.now(), &zone, &*rules)),
        Purpose::Edit(event) => EventDraft::from_event(event, &*rules),
    });
    form.start_over(fresh);
    form.forgetting()();
}
