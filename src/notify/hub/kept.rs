//! What the browser keeps of notifications: no names, no secrets, only ids and times.

use crate::browser::database::{Entry, Shelf, Store};
use crate::browser::storage::{self, Keep};
use crate::session::Person;
use planning::notify::{Came, KEPT, Ledger, Snapshot};
use virtual_events::UtcInstant;

fn name(what: &str, owner: &Person) -> String {
    ["notify.", what, ".", &owner.owner_key()].concat()
}

fn read(what: &str, owner: &Person) -> Option<String> {
    storage::read(Keep::Browser, &name(what, owner))
}

fn write(what: &str, owner: &Person, text: &str) {
    // kept nowhere, it is known until the tab is closed
    let _ = storage::write(Keep::Browser, &name(what, owner), text);
}

/// The ledger; `None` when none is kept.
pub(super) fn ledger(owner: &Person) -> Option<Ledger> {
    read("ledger", owner).map(|text| Ledger::from_text(&text))
}

pub(super) fn keep_ledger(owner: &Person, ledger: &Ledger) {
    write("ledger", owner, &ledger.to_text());
}

/// Until when somebody has looked.
pub(super) fn seen(owner: &Person) -> Option<UtcInstant> {
    UtcInstant::parse(&read("seen", owner)?)
}

pub(super) fn keep_seen(owner: &Person, at: UtcInstant) {
    write("seen", owner, &at.to_string());
}

/// The last position of the relay's stream that was taken in.
pub(super) fn position(owner: &Person) -> Option<String> {
    read("after", owner)
}

pub(super) fn keep_position(owner: &Person, position: &str) {
    write("after", owner, position);
}

fn shelf(owner: &Person) -> Shelf {
    Shelf::of(Store::Notifications, &owner.owner_key())
}

fn snapshot_shelf(owner: &Person) -> Shelf {
    let owner = [&owner.owner_key(), ".seen"].concat();
    Shelf::of(Store::Notifications, &owner)
}

/// What has come in, oldest first. What is too much is forgotten by the way.
pub(super) async fn feed(owner: &Person) -> Vec<Came> {
    let shelf = shelf(owner);
    let mut kept = shelf.list().await.unwrap_or_default();
    let old = kept.len().saturating_sub(KEPT);
    let forgotten: Vec<Entry> = kept.drain(..old).collect();
    if !forgotten.is_empty() {
        let keys: Vec<&str> = forgotten.iter().map(|it| it.key.as_str()).collect();
        // they are in nobody's way
        let _ = shelf.delete_all(&keys).await;
    }
    let came = kept.into_iter().filter_map(|entry| {
        let (_, id) = entry.key.split_once('.')?;
        Some(Came {
            id: id.to_owned(),
            data: entry.value,
        })
    });
    came.collect()
}

/// Keeps what has come in.
pub(super) fn add_to_feed(owner: &Person, came: &[Came]) {
    let shelf = shelf(owner);
    let now = crate::browser::timer::local();
    let entry = |(nth, came): (usize, &Came)| Entry {
        // keys sort as they came: positions of two relays don't
        key: [
            now.to_string().as_str(),
            "-",
            &(1_000 + nth).to_string(),
            ".",
            &came.id,
        ]
        .concat(),
        value: came.data.clone(),
    };
    let entries: Vec<Entry> = came.iter().enumerate().map(entry).collect();
    leptos::task::spawn_local(async move {
        // what can't be kept is known until the tab is closed
        let _ = shelf.put_all(&entries).await;
    });
}

/// The events as they were seen last.
pub(super) async fn snapshot(owner: &Person) -> Option<Snapshot> {
    let text = snapshot_shelf(owner).get("events").await.ok()??;
    serde_json::from_str(&text).ok()
}

pub(super) async fn keep_snapshot(owner: &Person, snapshot: &Snapshot) {
    if let Ok(text) = serde_json::to_string(snapshot) {
        // next time nobody knows what was missed
        let _ = snapshot_shelf(owner).put("events", &text).await;
    }
}
