//! Opens the form for a new event: a fresh one, or one that was left.

use super::state::{FormState, Purpose};
use crate::browser::timer;
use crate::drafts::{self, Kept};
use crate::event::Clock;
use crate::i18n::form as words;
use crate::router::Router;
use crate::routes::{Page, new_event};
use crate::shell::Workspace;
use crate::ui::file::file_button;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::Reader;
use planning::draft::{DraftPlace, EventDraft, StoredDraftError, Unfinished};
use virtual_events::EventKind;

/// The form under the name that the address gives it.
///
/// Each new event has a name of its own from the start, so that a reload, a crash or a sign-in
/// in between leads back to it, and several can be under way.
pub(super) fn page(kind: EventKind) -> AnyView {
    let router = Router::expect();
    let name = Memo::new(move |before: Option<&String>| {
        let [name] = router.query(["draft"]);
        // On the way to another page the form stays what it is.
        match router.page() {
            Some(Page::New(own)) if own == kind => name,
            _ => before.cloned().unwrap_or_default(),
        }
    });
    Effect::new(move |_| {
        if name.read().is_empty() {
            router.readdress(&new_event(kind, &timer::unique_name()));
        }
    });
    (move || {
        let name = name.get();
        (!name.is_empty()).then(|| untrack(|| opening(kind, name)))
    })
    .into_any()
}

fn opening(kind: EventKind, name: String) -> AnyView {
    let router = Router::expect();
    let place = DraftPlace::New(name.clone());
    let found = RwSignal::new(None::<Kept>);
    let (person, asked) = (Workspace::expect().person(), place.clone());
    leptos::task::spawn_local(async move {
        let kept = drafts::read(&person, &asked).await;
        let other = |it: &Unfinished| Some(it.draft.kind).filter(|own| *own != kind);
        if let Ok(Some(unfinished)) = &kept
            && let Some(own) = other(unfinished)
        {
            // a draft knows best which kind it is of, whatever the address says
            if !found.is_disposed() {
                router.readdress(&new_event(own, &name));
            }
            return;
        }
        let _ = found.try_set(Some(kept));
    });
    (move || {
        found.get().map(|found| {
            let form = untrack(|| form(kind, &place, found));
            view! {
                <div class="page-head"><h1>{words::new_title(kind)}</h1>{open_file(form)}</div>
                {super::body(form)}
            }
        })
    })
    .into_any()
}

fn form(kind: EventKind, place: &DraftPlace, found: Kept) -> FormState {
    let workspace = Workspace::expect();
    let (zone, rules) = (workspace.zone(), workspace.rules());
    let fresh = EventDraft::new(kind, &Reader::new(Clock::expect().glance(), &zone, &*rules));
    FormState::open(Purpose::New, place, fresh, found)
}

/// Takes up a draft that was saved as a file.
fn open_file(form: FormState) -> AnyView {
    let toasts = expect_context::<Toasts>();
    file_button(
        words::OPEN_FILE,
        ".json,application/json",
        move |bytes| match Unfinished::from_text(&String::from_utf8_lossy(&bytes)) {
            Ok(read) if read.draft.kind == form.kind => {
                let _ = form.draft.try_set(read.draft);
            }
            Ok(read) => toasts.say(words::other_kind(read.draft.kind)),
            Err(StoredDraftError::Unreadable) => toasts.say(words::NO_DRAFT_FILE),
            Err(StoredDraftError::Newer { .. }) => toasts.say(words::NEWER_DRAFT_FILE),
        },
    )
}
