//! Reads the event to edit, and explains where it can't be edited.

use super::state::{FormState, Purpose};
use crate::drafts::{self, Kept};
use crate::event::Clock;
use crate::i18n::{event as names, form as words, townhall};
use crate::routes::Page;
use crate::shell::Workspace;
use crate::shell::problem::problem_view;
use crate::townhall::way_back::to_board;
use crate::ui::message::{Details, Tone, message};
use futures_util::future::join;
use leptos::prelude::*;
use planning::draft::{DraftPlace, EventDraft};
use planning::role::{Permissions, my_role};
use std::sync::Arc;
use virtual_events::{Error, EventId, EventKind, VirtualEvent};

#[derive(Clone)]
enum Reading {
    UnderWay,
    There(Arc<VirtualEvent>, Kept),
    Failed(Arc<Error>),
}

/// The event is read anew before it is edited: the list may be old.
pub(super) fn page(kind: EventKind, id: EventId) -> AnyView {
    let workspace = Workspace::expect();
    let reading = RwSignal::new(Reading::UnderWay);
    let ask = move || {
        let (graph, person, id) = (workspace.graph(), workspace.person(), id.clone());
        reading.set(Reading::UnderWay);
        leptos::task::spawn_local(async move {
            let place = DraftPlace::Edit(kind, id.clone());
            let events = graph.events(kind);
            let kept = drafts::read(&person, &place);
            let (answer, kept) = join(events.get(&id), kept).await;
            let _ = reading.try_set(match answer {
                Ok(event) => Reading::There(Arc::new(event), kept),
                Err(error) => Reading::Failed(Arc::new(error)),
            });
        });
    };
    ask();
    let retry = Callback::new(move |()| ask());
    (move || match reading.get() {
        Reading::UnderWay => view! {
            <h1 class="page-head">{words::EDIT_TITLE}</h1>
            <span class="skeleton" style="block-size:240px" aria-busy="true"></span>
        }
        .into_any(),
        Reading::Failed(error) => view! {
            <h1 class="page-head">{words::EDIT_TITLE}</h1>
            <div class="stack">{problem_view(&error, Some(retry))}{to_board()}</div>
        }
        .into_any(),
        Reading::There(event, kept) => form(event, kept),
    })
    .into_any()
}

fn form(event: Arc<VirtualEvent>, kept: Kept) -> AnyView {
    let workspace = Workspace::expect();
    let role = my_role(&event, &workspace.person().user_id());
    let end = EventDraft::from_event(&event, &*workspace.rules()).end(&*workspace.rules());
    let now = Clock::expect().glance();
    let may = Permissions::of(role, event.status.as_ref(), end.instant(), now);
    let title = names::title(event.display_name.as_deref().unwrap_or_default());
    let back = Page::Event(event.kind, event.id.clone()).path();
    let inside = match may.edit.why_not() {
        Some(reason) => message(
            Tone::Info,
            words::CANT_EDIT,
            names::why_not(reason).to_owned(),
            &Details::default(),
            view! { <a href=back class="button">{townhall::BACK}</a> }.into_any(),
        ),
        None => {
            let draft = EventDraft::from_event(&event, &*workspace.rules());
            let place = DraftPlace::Edit(event.kind, event.id.clone());
            super::body(FormState::open(Purpose::Edit(event), &place, draft, kept))
        }
    };
    view! {
        <div class="page-head"><h1 dir="auto">{words::edit_heading(&title)}</h1></div>
        {inside}
    }
    .into_any()
}
