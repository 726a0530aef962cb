//! What happened while nobody looked.

use super::{Hub, kept};
use crate::browser::timer;
use leptos::prelude::*;
use planning::board::Board;
use planning::notify::{Completeness, Snapshot};

/// A list that changes often is kept once in so many milliseconds.
const AT_MOST_EVERY: u32 = 2_000;

/// Compares the first list of this tab with what was seen last; then keeps what is seen.
pub(super) fn follow(hub: Hub) {
    let compared = StoredValue::new(false);
    let waits = StoredValue::new(false);
    Effect::new(move |_| {
        let known = hub.list.known();
        let Some(events) = known.events else { return };
        let completeness = if known.failures.is_empty() && known.error.is_none() {
            Completeness::All
        } else {
            Completeness::Part
        };
        if !compared.get_value() {
            compared.set_value(true);
            let now = Snapshot::of(Board::new(&events, &*hub.workspace.rules()).rows());
            leptos::task::spawn_local(compare(hub, now, completeness));
        } else if completeness == Completeness::All && !waits.get_value() {
            waits.set_value(true);
            timer::after(AT_MOST_EVERY, move || {
                if waits.try_set_value(false).is_none() {
                    leptos::task::spawn_local(keep(hub));
                }
            });
        }
    });
}

async fn compare(hub: Hub, now: Snapshot, completeness: Completeness) {
    let owner = hub.workspace.person();
    let before = kept::snapshot(&owner).await;
    let missed = before.map(|before| before.missed(&now, completeness));
    let _ = hub.away.try_set(missed.unwrap_or_default());
    if completeness == Completeness::All {
        kept::keep_snapshot(&owner, &now).await;
    }
}

async fn keep(hub: Hub) {
    if hub.leads.try_get_untracked() != Some(true) {
        return;
    }
    let Some(events) = hub.list.known_now().and_then(|known| known.events) else {
        return;
    };
    let now = Snapshot::of(Board::new(&events, &*hub.workspace.rules()).rows());
    kept::keep_snapshot(&hub.workspace.person(), &now).await;
}
