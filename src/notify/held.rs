//! Subscriptions that the relay holds, for those who may see and end them.

use super::hub::Hub;
use super::when::{countdown, exact};
use crate::i18n::event as names;
use crate::i18n::notify as words;
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::notify::{Held, HeldState, Origin, Subject, Watched};

/// The list; nothing for those who may not know.
pub(super) fn card(hub: Hub) -> AnyView {
    // the relay may not be known yet
    Effect::new(move |_| {
        hub.relay.track();
        leptos::task::spawn_local(hub.read_held());
    });
    (move || {
        let held = hub.held.get()?;
        let none = held.is_empty();
        let rows = held.into_iter().map(|it| row(hub, &it)).collect_view();
        Some(view! {
            <section class="card stack-tight" aria-labelledby="notify-held">
                <div class="row between">
                    <h2 id="notify-held">{words::HELD}</h2>
                    <button type="button" class="button" on:click=move |_| leptos::task::spawn_local(hub.read_held())>{words::READ_AGAIN}</button>
                </div>
                <p class="quiet">{words::HELD_TEXT}</p>
                {none.then(|| view! { <p class="quiet">{words::NONE_HELD}</p> })}
                <ul class="plain rows subscriptions">{rows}</ul>
            </section>
        })
    })
    .into_any()
}

fn row(hub: Hub, held: &Held) -> AnyView {
    let watched = Watched::of_resource(held.resource.as_str());
    let event = Subject::at(held.resource.as_str()).event;
    let title = move || {
        let events = hub.list.known().events?;
        let found = events
            .iter()
            .find(|it| Some(&it.event.id) == event.as_ref())?;
        let title = found.event.display_name.as_deref().unwrap_or_default();
        Some([names::title(title).as_str(), ": "].concat())
    };
    let what = match &watched {
        Some(known) => words::watched(Some(known)).to_owned(),
        None => held.resource.as_str().to_owned(),
    };
    let (class, picture) = match held.state {
        HeldState::Active => ("state good", Icon::Check),
        HeldState::Pending => ("state unclear", Icon::Clock),
        HeldState::Troubled => ("state missing", Icon::Warning),
        HeldState::Failing => ("state impossible", Icon::Cancelled),
    };
    let ends = held.expires_at.map(|at| {
        view! {
            <dl class="facts"><dt>{words::ENDS}</dt><dd><time datetime=at.to_string() title=exact(hub, at)>{move || countdown(hub, at)}</time></dd></dl>
        }
    });
    let trouble = held.last_error.as_deref().map(|code| {
        let said = words::held_trouble(code);
        view! { <p class="problem">{icon(Icon::Warning)}<span>{said}</span></p> }
    });
    let delete = (held.origin == Origin::User).then(|| delete(hub, held.id.clone()));
    view! {
        <li class="subscription">
            <div class="row between">
                <strong class="name"><span dir="auto">{title}</span>{what}</strong>
                <span class=class>{icon(picture)}{words::held_state(held.state)}</span>
            </div>
            {ends}
            {trouble}
            <div class="row">{delete}</div>
        </li>
    }
    .into_any()
}

fn delete(hub: Hub, id: String) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let go = move |_| {
        let id = id.clone();
        leptos::task::spawn_local(async move {
            let Some(relay) = hub.relay_now() else { return };
            match hub.end_held(&relay, &id).await {
                Ok(()) => toasts.say(words::DELETED),
                Err(problem) => toasts.say(words::relay_refused(&problem.code())),
            }
            hub.read_held().await;
        });
    };
    view! { <button type="button" class="button danger" on:click=go>{words::DELETE}</button> }
        .into_any()
}
