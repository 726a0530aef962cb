//! The questions before an event is copied, or becomes a template.

use super::begin::Beginning;
use super::shelf;
use crate::i18n::{event as names, templates as words};
use crate::shell::Attempt;
use crate::townhall::EventState;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::draft::{Copied, EventDraft, Invitee};
use planning::template::Template;
use std::rc::Rc;
use virtual_events::{Error, VirtualEvent};

/// The event as a draft, with its presenters, which have to be read.
async fn whole(state: EventState, event: &VirtualEvent) -> Result<EventDraft, Error> {
    let presenters = state
        .workspace
        .graph()
        .events(state.kind)
        .presenters(&state.id());
    let presenters = presenters.list().all().await.complete()?;
    let mut draft = EventDraft::from_event(event, &*state.workspace.rules());
    draft.presenters = presenters
        .iter()
        .filter_map(|it| {
            let identity = it.identity.as_ref()?;
            let mut person = Invitee::of(identity);
            if let Some(email) = &it.email {
                person.email.clone_from(email);
            }
            Some(person)
        })
        .collect();
    Ok(draft)
}

/// Which parts, and on which day.
pub(super) fn question(state: EventState, done: Callback<()>) -> AnyView {
    let Some(event) = untrack(|| state.event()) else {
        return ().into_any();
    };
    let beginning = Beginning::expect();
    let title = names::title(event.display_name.as_deref().unwrap_or_default());
    let draft = EventDraft::from_event(&event, &*state.workspace.rules());
    let parts = RwSignal::new(Copied::of_kind(event.kind).collect::<Vec<_>>());
    let date = RwSignal::new(beginning.fresh().start_date);
    let (kind, attempt) = (event.kind, Attempt::new());
    let copy = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        let event = Rc::clone(&event);
        // as they are now: the dialog may be gone before the answer
        let (parts, date) = (parts.get_untracked(), date.get_untracked());
        attempt.make(Box::pin(async move {
            let draft = whole(state, &event).await?;
            let rules = state.workspace.rules();
            let copy = draft.copied(&parts, &date, &*rules);
            let _ = done.try_run(());
            beginning.begin(copy).await;
            Ok(())
        }));
    };
    let option = move |part: Copied| {
        let id = ["copy-", words::copied_id(part)].concat();
        view! {
            <div class="check">
                <input
                    type="checkbox"
                    id=id.clone()
                    checked
                    on:change:target=move |ev| {
                        let on = ev.target().checked();
                        parts.update(|parts| {
                            parts.retain(|it| *it != part);
                            if on { parts.push(part); }
                        });
                    }
                />
                <label for=id>{words::copied(part, kind)}</label>
            </div>
        }
    };
    let zone = draft.iana_zone().city();
    let kept = words::time_kept(&draft.start_time, &zone);
    view! {
        <form class="stack" on:submit=copy>
            <h2 dir="auto">{words::duplicate_title(&title)}</h2>
            {attempt.problem()}
            <div class="field">
                <label for="copy-date">{words::NEW_DATE}</label>
                <p class="help" id="copy-help">{kept}</p>
                <input
                    class="input"
                    type="date"
                    id="copy-date"
                    aria-describedby="copy-help"
                    required
                    prop:value=date
                    on:input:target=move |ev| date.set(ev.target().value())
                />
            </div>
            <fieldset class="field">
                <legend>{words::WHAT_TO_COPY}</legend>
                <div class="options">{Copied::of_kind(kind).map(option).collect_view()}</div>
            </fieldset>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| done.run(())>{words::NOT_NOW}</button>
                <button type="submit" class="button primary" aria-busy=move || attempt.busy()>{words::DUPLICATE}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What the template is to be called.
pub(super) fn name_template(state: EventState, done: Callback<()>) -> AnyView {
    let Some(event) = untrack(|| state.event()) else {
        return ().into_any();
    };
    let toasts = expect_context::<Toasts>();
    let name = RwSignal::new(event.display_name.clone().unwrap_or_default());
    let attempt = Attempt::new();
    let save = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        let called = name.get_untracked().trim().to_owned();
        if called.is_empty() {
            return;
        }
        let event = Rc::clone(&event);
        attempt.make(Box::pin(async move {
            let mut draft = whole(state, &event).await?;
            // a template has a time of day, and no day
            draft.start_date.clear();
            draft.end_date.clear();
            let template = Template {
                name: called,
                saved: Some(state.clock.glance()),
                draft,
            };
            match shelf::keep(&state.workspace.person(), &template).await {
                Ok(()) => toasts.say(words::SAVED),
                Err(_) => toasts.say(words::NOT_KEPT),
            }
            let _ = done.try_run(());
            Ok(())
        }));
    };
    view! {
        <form class="stack" on:submit=save>
            <h2>{words::SAVE_AS}</h2>
            {attempt.problem()}
            <div class="field">
                <label for="template-name">{words::NAME}</label>
                <input
                    class="input"
                    id="template-name"
                    required
                    prop:value=name
                    on:input:target=move |ev| name.set(ev.target().value())
                />
            </div>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| done.run(())>{words::NOT_NOW}</button>
                <button type="submit" class="button primary" aria-busy=move || attempt.busy()>{words::SAVE}</button>
            </div>
        </form>
    }
    .into_any()
}
