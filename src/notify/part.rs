//! The notifications of one event: one button for all of them, and what has come.

use super::hub::{Hub, Push, Setting, hub};
use super::{builder, feed, list, standing};
use crate::i18n::notify as words;
use crate::shell::Workspace;
use crate::townhall::EventState;
use crate::ui::message::{Details, Tone, message};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::notify::{Trouble, Watched};
use virtual_events::{EventId, EventKind, SubscriptionId};

/// What the part works with.
#[derive(Clone, Copy)]
struct Watching {
    hub: Hub,
    kind: EventKind,
    event: StoredValue<EventId>,
    busy: RwSignal<bool>,
    /// What went wrong the last time, one sentence a reason.
    troubles: RwSignal<Vec<String>>,
    toasts: Toasts,
}

pub(super) fn part(state: EventState) -> AnyView {
    let hub = hub(Workspace::expect());
    hub.list.ensure(60 * 60);
    leptos::task::spawn_local(hub.compare());
    let id = state.id();
    let watching = Watching {
        hub,
        kind: state.kind,
        event: StoredValue::new(id.clone()),
        busy: RwSignal::new(false),
        troubles: RwSignal::new(Vec::new()),
        toasts: expect_context(),
    };
    let ids = Memo::new(move |_| watching.ids());
    let building = RwSignal::new(false);
    view! {
        <div class="stack notify">
            <section class="card stack-tight said" aria-labelledby="notify-how">
                <h2 id="notify-how">{words::HOW}</h2>
                <div role="status">{standing::stream(hub)}</div>
                {move || watching.explained(ids)}
                <div class="row">
                    {move || watching.offer(ids)}
                    <button type="button" class="button subtle" on:click=move |_| building.set(true)>{words::ANOTHER}</button>
                </div>
                {move || watching.said()}
                {builder::dialog(hub, building, Some((state.kind, id.clone())))}
            </section>
            {feed::card(hub, Some(id))}
            <section class="card stack-tight" aria-labelledby="notify-list">
                <h2 id="notify-list">{words::SUBSCRIPTIONS}</h2>
                {list::rows(hub, ids)}
            </section>
        </div>
    }
    .into_any()
}

impl Watching {
    /// The subscriptions to the event; tracks.
    fn ids(self) -> Vec<SubscriptionId> {
        let of_event = self.hub.of_event(&self.event.get_value());
        of_event.into_iter().map(|(id, _)| id).collect()
    }

    /// The one button: all on, or all off.
    fn offer(self, ids: Memo<Vec<SubscriptionId>>) -> AnyView {
        let busy = move || self.busy.get().then_some("true");
        if !ids.with(Vec::is_empty) {
            return view! {
                <button type="button" class="button" aria-busy=busy on:click=move |_| self.unwatch()>{words::UNWATCH}</button>
            }
            .into_any();
        }
        self.can_be_told().then(|| view! {
            <button type="button" class="button" aria-busy=busy on:click=move |_| self.watch()>{words::WATCH}</button>
        })
        .into_any()
    }

    /// What the button does, or why there is none.
    fn explained(self, ids: Memo<Vec<SubscriptionId>>) -> Option<AnyView> {
        let text = match self.can_be_told() {
            true => words::WATCH_TEXT,
            false => words::WATCH_NO_RELAY,
        };
        let nothing_yet = ids.with(Vec::is_empty);
        nothing_yet.then(|| view! { <p class="quiet">{text}</p> }.into_any())
    }

    /// Whether notifications can reach this browser; tracks.
    fn can_be_told(self) -> bool {
        matches!(self.hub.relay.get(), Setting::At(_)) || matches!(self.hub.push.get(), Push::On(_))
    }

    fn said(self) -> Option<AnyView> {
        let troubles = self.troubles.get();
        if troubles.is_empty() {
            return None;
        }
        Some(message(
            Tone::Error,
            words::NOT_MADE,
            troubles.join(" "),
            &Details::default(),
            ().into_any(),
        ))
    }

    fn watch(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.troubles.set(Vec::new());
        let all = Watched::of_event(self.kind, &self.event.get_value());
        leptos::task::spawn_local(async move {
            let mut troubles: Vec<Trouble> = Vec::new();
            for watched in all {
                if let Err(trouble) = self.hub.watch(watched).await {
                    troubles.push(trouble);
                }
            }
            // one reason for all of them is said once
            let mut said: Vec<String> = troubles.iter().map(words::trouble).collect();
            said.dedup();
            if said.is_empty() {
                self.toasts.say(words::WATCHED);
            }
            let _ = self.troubles.try_set(said);
            let _ = self.busy.try_set(false);
        });
    }

    fn unwatch(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let ids = untrack(|| self.ids());
        leptos::task::spawn_local(async move {
            let mut said = Vec::new();
            for id in ids {
                if let Err(error) = self.hub.delete(&id).await {
                    said.push(words::trouble(&Trouble::of(&error)));
                }
            }
            said.dedup();
            if said.is_empty() {
                self.toasts.say(words::UNWATCHED);
            }
            let _ = self.troubles.try_set(said);
            let _ = self.busy.try_set(false);
        });
    }
}
