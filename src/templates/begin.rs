//! Begins a new event with what is in a draft.

use crate::browser::timer;
use crate::drafts;
use crate::event::Clock;
use crate::i18n::templates as words;
use crate::router::Router;
use crate::routes::new_event;
use crate::shell::Workspace;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::Reader;
use planning::draft::{DraftPlace, EventDraft, Unfinished};
use virtual_events::EventKind;

/// What begins new events; taken from the context before anything is waited for.
#[derive(Clone, Copy)]
pub(super) struct Beginning {
    workspace: Workspace,
    router: Router,
    toasts: Toasts,
    clock: Clock,
}

impl Beginning {
    pub(super) fn expect() -> Self {
        Self {
            workspace: Workspace::expect(),
            router: Router::expect(),
            toasts: expect_context(),
            clock: Clock::expect(),
        }
    }

    /// A draft as the form begins with; the day and the zone of any kind.
    pub(super) fn fresh(self) -> EventDraft {
        let (zone, rules) = (self.workspace.zone(), self.workspace.rules());
        EventDraft::new(
            EventKind::Townhall,
            &Reader::new(self.clock.glance(), &zone, &*rules),
        )
    }

    /// Opens the form with `draft` in it.
    pub(super) async fn begin(self, draft: EventDraft) {
        let (name, kind) = (timer::unique_name(), draft.kind);
        let unfinished = Unfinished {
            at: self.clock.glance(),
            draft,
            before: None,
        };
        let place = DraftPlace::New(name.clone());
        let kept = drafts::keep(&self.workspace.person(), &place, &unfinished).await;
        if kept.is_err() {
            self.toasts.say(words::NOT_KEPT);
            return;
        }
        self.router.push(&new_event(kind, &name));
    }
}
