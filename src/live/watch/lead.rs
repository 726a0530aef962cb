//! Which tab reads: one that is looked at and holds the lock.

use super::Watching;
use crate::browser::{listen, page};
use entra_spa::browser::WebLocks;
use entra_spa::edge::{Held, Locks};
use leptos::ev;
use leptos::prelude::*;

/// Gets into the queue for the lock while the tab is looked at, and leaves the lock to another one
/// when it isn't: hidden tabs rest.
pub(super) fn follow_visibility(watching: Watching) {
    let name = ["rostrum.watch.", &watching.workspace.person().owner_key()].concat();
    let held = StoredValue::new_local(None::<Held>);
    let waits = StoredValue::new(false);
    let look = move || {
        if page::hidden() {
            watching.leads.set(false);
            drop(held.try_update_value(Option::take));
        } else if !waits.get_value() && !watching.leads.get_untracked() {
            waits.set_value(true);
            let lock = WebLocks::default().acquire(&name);
            leptos::task::spawn_local(async move {
                let lock = lock.await;
                // signed out meanwhile, or hidden: the next one's turn
                if waits.try_set_value(false).is_none() && !page::hidden() {
                    held.set_value(Some(lock));
                    watching.leads.set(true);
                }
            });
        }
    };
    look();
    listen(ev::visibilitychange, move |_| look());
}
