//! The question before publishing.

use super::state::EventState;
use crate::i18n::{event as names, problem as problems, townhall as words};
use crate::shell::Attempt;
use crate::townhall::checklist;
use crate::ui::dialog::Modal;
use crate::ui::message::{Details, Tone, message};
use crate::ui::toast::Toasts;
use futures_util::future::join;
use leptos::prelude::*;
use planning::checklist::Around;
use planning::draft::{EventDraft, Notified};
use virtual_events::{Audience, VirtualEvent};

/// Says that the form saved the event, but couldn't publish it.
pub(super) fn left_undone(state: EventState) -> Option<AnyView> {
    let error = state.unpublished()?;
    let (title, text) = problems::sentence(&error);
    Some(message(
        Tone::Error,
        words::NOT_PUBLISHED,
        words::not_published(title, text),
        &Details(problems::details(&error)),
        ().into_any(),
    ))
}

/// Asks, says who will be told, publishes.
pub(super) fn dialog(state: EventState) -> AnyView {
    let title = move || {
        let event = state.event();
        let name = event
            .as_ref()
            .and_then(|event| event.display_name.as_deref());
        words::publish_title(name.unwrap_or(names::UNTITLED))
    };
    let body = move || untrack(|| state.event()).map(|event| question(state, &event));
    view! { <Modal open=state.asks_publish title=Signal::derive(title) body/> }.into_any()
}

fn question(state: EventState, event: &VirtualEvent) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let attempt = Attempt::new();
    let everyone = event.audience == Some(Audience::Everyone);
    let consequence = words::publish_consequence(Notified::of_event(event), everyone);
    let name = event
        .display_name
        .clone()
        .unwrap_or_else(|| names::UNTITLED.to_owned());
    let draft = EventDraft::from_event(event, &*state.workspace.rules());
    let around = RwSignal::new(Around::default());
    leptos::task::spawn_local(async move {
        let _ = around.try_set(look_around(state).await);
    });
    let publish = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        attempt.make(Box::pin(async move {
            state.publish().await?;
            state.asks_publish.set(false);
            toasts.say(words::PUBLISHED);
            Ok(())
        }));
    };
    view! {
        <form on:submit=publish>
            <h2 dir="auto">{words::publish_title(&name)}</h2>
            <p>{consequence}</p>
            {move || checklist::list(&draft, around.get(), state.clock.glance())}
            {attempt.problem()}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| state.asks_publish.set(false)>{words::NEVER_MIND}</button>
                <button type="submit" class="button primary" aria-busy=move || attempt.busy()>{words::PUBLISH}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Presenters and questions; what can't be read stays unknown, and holds nobody up.
async fn look_around(state: EventState) -> Around {
    let (graph, id) = (state.workspace.graph(), state.id());
    let events = graph.events(state.kind);
    let (presenters, configuration) = (
        events.presenters(&id),
        events.registration_configuration(&id),
    );
    let (presenters, questions) =
        join(presenters.list().all(), configuration.questions().all()).await;
    Around {
        presenters: presenters.complete().ok().map(|it| it.len()),
        questions: questions.complete().ok().map(|it| it.len()),
    }
}
