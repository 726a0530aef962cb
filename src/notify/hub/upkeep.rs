//! Keeps subscriptions alive while the app is open: in the tab that leads, one after the other.

use super::Hub;
use crate::browser::timer;
use leptos::prelude::*;
use planning::notify::{Entry, Happened, Noted, Step, Trouble, Upkeep};
use virtual_events::LifecycleEvent;

/// Looks every ten seconds whether something is due.
pub(super) fn follow(hub: Hub) {
    let beat = Memo::new(move |_| hub.clock.now().unix_milliseconds() / 10_000);
    Effect::new(move |_| {
        // a memo that nobody reads never finds out that it changed
        let _ = beat.get();
        if hub.leads.get() {
            untrack(|| look(hub));
        }
    });
}

/// Does what is due, unless another tab does, or that is under way.
pub(super) fn look(hub: Hub) {
    if hub.leads.try_get_untracked() != Some(true)
        || hub.busy.get_untracked()
        || hub.ledger.with_untracked(|it| it.all().is_empty())
    {
        return;
    }
    let compared = hub.compared.get_untracked();
    let due = hub.ledger.with_untracked(|it| it.due(timer::now()));
    if compared && due.is_empty() {
        return;
    }
    hub.busy.set(true);
    leptos::task::spawn_local(async move {
        if !compared {
            // what another browser did to them meanwhile comes first
            hub.compare().await;
        }
        let due = hub.ledger.try_with_untracked(|it| it.due(timer::now()));
        for (id, step) in due.unwrap_or_default() {
            if !hub.list.is_there() {
                return;
            }
            match step {
                Step::Renew => hub.renew(&id).await,
                Step::MakeAnew if hub.can_make_anew(&id) => hub.make_anew(&id).await,
                Step::MakeAnew | Step::Wait(_) => {}
            }
        }
        let _ = hub.busy.try_set(false);
    });
}

/// Does what lifecycle notifications ask for.
pub(super) fn heed(hub: Hub, new: &[Entry]) {
    for entry in new {
        let Happened::Lifecycle(event) = &entry.meaning.happened else {
            continue;
        };
        if *event == LifecycleEvent::Missed {
            hub.list.refresh();
        }
        let Some(id) = entry.meaning.subscription.clone() else {
            continue;
        };
        let now = timer::now();
        match event {
            LifecycleEvent::ReauthorizationRequired => {
                let noted = hub.ledger.with_untracked(|it| it.get(&id).cloned());
                // not right after a renewal, which did the same
                let wanted =
                    |it: Noted| it.upkeep == Upkeep::KeptAlive && it.may_be_reauthorized(now);
                if noted.is_some_and(wanted) {
                    leptos::task::spawn_local(async move { hub.renew(&id).await });
                }
            }
            LifecycleEvent::SubscriptionRemoved => {
                hub.change_ledger(|it| it.change(&id, |noted| noted.trouble = Some(Trouble::Gone)));
                look(hub);
            }
            _ => {}
        }
    }
}
