//! The actions of one event, to choose from.

use super::{Asked, COPY, DUPLICATE};
use crate::board::state::BoardState;
use crate::browser::{clipboard, timer};
use crate::chunk::chunk_view;
use crate::i18n::{board as words, event as names, failure, templates as template_words, townhall};
use crate::routes::{Page, Part};
use crate::shell::Workspace;
use crate::shell::problem::problem_view;
use crate::templates;
use crate::townhall::EventState;
use crate::ui::dialog::Modal;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::Phase;
use virtual_events::{EventId, EventKind};

/// What the dialog shows now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Choose,
    Duplicate,
    SaveAsTemplate,
}

/// Does what is asked; what there is to choose opens as a dialog.
pub(super) fn answer(board: BoardState, (act, event): &Asked) -> AnyView {
    let id = EventId::from(event.as_str());
    let Some(kind) = board.list.find(&id).map(|mine| mine.event.kind) else {
        return ().into_any();
    };
    let first = match act.as_str() {
        COPY => {
            copy(board.workspace, kind, id, expect_context());
            return ().into_any();
        }
        DUPLICATE => Step::Duplicate,
        _ => Step::Choose,
    };
    let (open, here) = (RwSignal::new(true), StoredValue::new(()));
    Effect::new(move |_| {
        if !open.get() {
            // the dialog closes first, and gives the focus back; what is asked meanwhile stays
            timer::after(0, move || {
                if here.try_get_value().is_some() {
                    board.asked.set(None);
                }
            });
        }
    });
    let close = Callback::new(move |()| open.set(false));
    let body = move || inside(kind, id.clone(), first, close);
    view! { <Modal open title=words::ACTIONS body/> }.into_any()
}

/// The dialog for one event; `done` closes it.
fn inside(kind: EventKind, id: EventId, first: Step, done: Callback<()>) -> AnyView {
    let state = EventState::open(kind, id);
    let step = RwSignal::new(first);
    let there = Memo::new(move |_| state.event().is_some());
    (move || {
        if !there.get() {
            let retry = Callback::new(move |()| state.refresh());
            return state
                .problem()
                .map(|error| problem_view(&error, Some(retry)))
                .into_any();
        }
        match step.get() {
            Step::Choose => untrack(|| choice(state, step, done)),
            Step::Duplicate => chunk_view(templates::duplicate(state, done), ().into_any()),
            Step::SaveAsTemplate => {
                chunk_view(templates::save_as_template(state, done), ().into_any())
            }
        }
    })
    .into_any()
}

fn choice(state: EventState, step: RwSignal<Step>, done: Callback<()>) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let Some(event) = state.event() else {
        return ().into_any();
    };
    let title = names::title(event.display_name.as_deref().unwrap_or_default());
    let published = matches!(state.phase(&event), Phase::Upcoming | Phase::OnNow);
    let may_edit = state.permissions(&event).edit.is_allowed();
    let link = |page: Page, label: &'static str| {
        view! { <a class="button" href=page.path()>{label}</a> }
    };
    let part = |part| {
        let page = Page::EventPart(state.kind, state.id(), part);
        link(page, townhall::part(Some(part)))
    };
    let go = move |to: Step, label: &'static str| {
        view! { <button type="button" class="button" on:click=move |_| step.set(to)>{label}</button> }
    };
    let copy = published.then(|| {
        let copy = move |_| {
            copy(state.workspace, state.kind, state.id(), toasts);
            done.run(());
        };
        view! { <button type="button" class="button" on:click=copy>{townhall::COPY_ATTENDEE}</button> }
    });
    let edit = may_edit.then(|| link(Page::EditEvent(state.kind, state.id()), townhall::EDIT));
    view! {
        <div class="stack">
            <h2 dir="auto">{title}</h2>
            <div class="menu">
                {copy}
                {edit}
                {Part::ALL.map(part).into_iter().collect_view()}
                {go(Step::Duplicate, words::DUPLICATE)}
                {go(Step::SaveAsTemplate, template_words::SAVE_AS)}
            </div>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| done.run(())>{template_words::NOT_NOW}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Reads the event's session and puts its link on the clipboard.
fn copy(workspace: Workspace, kind: EventKind, id: EventId, toasts: Toasts) {
    let graph = workspace.graph();
    leptos::task::spawn_local(async move {
        let sessions = graph.events(kind).sessions(&id);
        let first = sessions.list().next_page().await;
        let link = match first {
            Ok(page) => page
                .and_then(|page| page.items.into_iter().next())
                .and_then(|session| session.join_web_url),
            Err(error) => {
                let (title, _) = crate::i18n::problem::sentence(&error);
                toasts.say(title);
                return;
            }
        };
        let Some(link) = link else {
            toasts.say(townhall::NO_SESSION);
            return;
        };
        match clipboard::write(link.as_str()).await {
            Ok(()) => toasts.say(townhall::ATTENDEE_COPIED),
            Err(clipboard::Refused) => {
                toasts.say([failure::COPY_BY_HAND, link.as_str()].concat());
            }
        }
    });
}
