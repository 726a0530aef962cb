//! Which tab renews and listens: the one that holds the lock, hidden or not.

use super::Hub;
use entra_spa::browser::WebLocks;
use entra_spa::edge::{Held, Locks};
use leptos::prelude::*;

/// Gets into the queue for the lock, and keeps it until the tab is closed or signed out. A tab that
/// holds a lock isn't put to sleep by the browser.
pub(super) fn queue(hub: Hub) {
    let name = ["rostrum.notify.", &hub.workspace.person().owner_key()].concat();
    let held = StoredValue::new_local(None::<Held>);
    let lock = WebLocks::default().acquire(&name);
    leptos::task::spawn_local(async move {
        let lock = lock.await;
        // signed out meanwhile: the next one's turn
        if held.try_set_value(Some(lock)).is_none() {
            let _ = hub.leads.try_set(true);
        }
    });
}
